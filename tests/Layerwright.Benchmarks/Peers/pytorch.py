"""PyTorch's side of the benchmark: answers timing requests on stdin, one line each.

Usage: pytorch.py THREADS DIRECTORY. DIRECTORY holds what the other side wrote: inputs.f32 and labels.i64 (a batch), and for
each network NAME.safetensors with its weights. A request is "WORK SECONDS"; the answer is the time of the quickest run in
seconds. "check WORK" answers with a number that both sides can compare: a loss after some steps, or an output.
"""

import json
import os
import struct
import sys
import time

import torch

THREADS, DIRECTORY = int(sys.argv[1]), sys.argv[2]
torch.set_num_threads(THREADS)
CHECKED_STEPS = 5


def read(name, dtype):
    with open(os.path.join(DIRECTORY, name), "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=dtype)


def load(name, *layers):
    """A Sequential with the weights of NAME.safetensors."""
    with open(os.path.join(DIRECTORY, name + ".safetensors"), "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(length)), bytearray(file.read())
    model = torch.nn.Sequential(*layers)
    entries = sorted((e["data_offsets"][0], e["shape"]) for key, e in header.items() if key != "__metadata__")
    for parameter, (offset, shape) in zip(model.parameters(), entries, strict=True):
        assert list(parameter.shape) == shape, f"{name}: {shape} stands where {list(parameter.shape)} should"
        weights = torch.frombuffer(data, dtype=torch.float32, count=parameter.numel(), offset=offset)
        parameter.data.copy_(weights.reshape(shape))
    return model


def linears(*sizes, activation):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs), activation()]
    return layers[:-1]


INPUTS, LABELS = read("inputs.f32", torch.float32).reshape(-1, 784), read("labels.i64", torch.int64)


def step(optimizer, **settings):
    model = load("DigitNet", *linears(784, 512, 256, 10, activation=torch.nn.ReLU))
    update = optimizer(model.parameters(), **settings)
    loss_of = torch.nn.CrossEntropyLoss()

    def run():
        update.zero_grad(set_to_none=True)
        loss = loss_of(model(INPUTS), LABELS)
        loss.backward()
        update.step()
        return loss

    return run


def predict(name, model):
    model = load(name, *model).eval()
    row = INPUTS[:1, : next(model.parameters()).shape[1]].contiguous()

    def run():
        with torch.inference_mode():
            return model(row)[0, 0]

    return run


WORKS = {
    "sgd": lambda: step(torch.optim.SGD, lr=1e-4, momentum=0.9),
    "sgd-foreach": lambda: step(torch.optim.SGD, lr=1e-4, momentum=0.9, foreach=True),
    "adam": lambda: step(torch.optim.Adam, lr=1e-5),
    "adam-foreach": lambda: step(torch.optim.Adam, lr=1e-5, foreach=True),
    "TinyNet": lambda: predict("TinyNet", linears(8, 32, 32, 2, activation=torch.nn.Tanh)),
    "ClassifierNet": lambda: predict(
        "ClassifierNet", linears(784, 128, 10, activation=torch.nn.ReLU) + [torch.nn.Softmax(-1)]
    ),
}
made = {}


def check(work):
    run = WORKS[work]()
    for _ in range(CHECKED_STEPS):
        result = run()
    return float(result)


def quickest(work, seconds):
    if work not in made:
        made[work] = WORKS[work]()
        for _ in range(20):
            made[work]()
    run, best, end = made[work], float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def blas():
    """What multiplies matrices, where the system tells. Netlib's reference library is some twenty times slower than OpenBLAS."""
    try:
        with open("/proc/self/maps") as maps:
            return ", ".join(sorted({os.path.basename(line.split()[-1]) for line in maps if "blas" in line}))
    except OSError:
        return "unknown BLAS"


print(f"ready PyTorch {torch.__version__} over {blas()}", flush=True)
for line in sys.stdin:
    words = line.split()
    print(repr(check(words[1]) if words[0] == "check" else quickest(words[0], float(words[1]))), flush=True)
