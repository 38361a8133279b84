"""PyTorch as a program that starts anew: one result, then it waits until nobody asks any more.

Usage: starts.py predict|step|steps NETWORK DIRECTORY [COUNT]. DIRECTORY holds inputs.f32 (a batch) and NETWORK.safetensors.
Imports stand where a short program has them; what is timed, from outside, begins before them.
"""

import json
import os
import struct
import sys
import time

import torch

WORK, NETWORK, DIRECTORY = sys.argv[1:4]
BATCH_SIZE = 128


def model():
    if NETWORK == "mlp":
        sizes, layers = [784, 512, 256, 10], []
    else:
        sizes, layers = [400, 120, 84, 10], [
            *[torch.nn.Conv2d(1, 6, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2)],
            *[torch.nn.Conv2d(6, 16, 5), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten()],
        ]
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    network = torch.nn.Sequential(*layers[:-1])
    with open(os.path.join(DIRECTORY, NETWORK + ".safetensors"), "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(length)), bytearray(file.read())
    entries = sorted((e["data_offsets"][0], e["shape"]) for key, e in header.items() if key != "__metadata__")
    for parameter, (offset, shape) in zip(network.parameters(), entries, strict=True):
        weights = torch.frombuffer(data, dtype=torch.float32, count=parameter.numel(), offset=offset)
        parameter.data.copy_(weights.reshape(shape))
    return network


def inputs(rows):
    with open(os.path.join(DIRECTORY, "inputs.f32"), "rb") as file:
        batch = torch.frombuffer(bytearray(file.read()), dtype=torch.float32, count=rows * 784)
    return batch.reshape((rows, 784) if NETWORK == "mlp" else (rows, 1, 28, 28))


def trained(network, count):
    """The loss of each step."""
    batch, labels = inputs(BATCH_SIZE), torch.arange(BATCH_SIZE) * 7 % 10
    update = torch.optim.SGD(network.parameters(), lr=1e-4, momentum=0.9)
    loss_of = torch.nn.CrossEntropyLoss()
    for _ in range(count):
        update.zero_grad(set_to_none=True)
        loss = loss_of(network(batch), labels)
        loss.backward()
        update.step()
        yield float(loss)


if WORK == "predict":
    with torch.inference_mode():
        print(float(torch.softmax(model().eval()(inputs(1)), -1)[0, 0]), flush=True)
elif WORK == "step":
    print(next(trained(model(), 1)), flush=True)
else:
    times, last = [], time.perf_counter()
    for _ in trained(model(), int(sys.argv[4])):
        now = time.perf_counter()
        times.append(f"{(now - last) * 1e6:.1f}")
        last = now
    print(*times, flush=True)
sys.stdin.readline()
