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
    """A Sequential with the weights of NAME.safetensors. Running statistics start alike anyway."""
    with open(os.path.join(DIRECTORY, name + ".safetensors"), "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(length)), bytearray(file.read())
    model = torch.nn.Sequential(*layers)
    entries = sorted(
        (e["data_offsets"][0], e["shape"]) for key, e in header.items() if key != "__metadata__" and "running_" not in key
    )
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


def lenet():
    return [
        *[torch.nn.Conv2d(1, 6, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2)],
        *[torch.nn.Conv2d(6, 16, 5), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten()],
        *linears(400, 120, 84, 10, activation=torch.nn.ReLU),
    ]


def convolution(inputs, outputs, kernel=3, stride=1):
    return [torch.nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), torch.nn.BatchNorm2d(outputs)]


class Residual(torch.nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.branch = torch.nn.Sequential(
            *convolution(inputs, outputs, stride=stride), torch.nn.ReLU(inplace=True), *convolution(outputs, outputs)
        )
        self.shortcut = torch.nn.Sequential(*convolution(inputs, outputs, 1, stride) if stride > 1 else [])

    def forward(self, x):
        return torch.relu_(self.branch(x) + self.shortcut(x))


def small_resnet():
    return [
        *convolution(1, 16),
        torch.nn.ReLU(inplace=True),
        *[Residual(16, 16, 1), Residual(16, 32, 2), Residual(32, 64, 2)],
        *[torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(64, 10)],
    ]


INPUTS, LABELS = read("inputs.f32", torch.float32).reshape(-1, 784), read("labels.i64", torch.int64)
IMAGES = INPUTS.reshape(-1, 1, 28, 28)


def step(name, model, inputs, optimizer, layout=torch.contiguous_format, **settings):
    model = load(name, *model)
    if inputs.dim() == 4:
        model, inputs = model.to(memory_format=layout), inputs.contiguous(memory_format=layout)
    update = optimizer(model.parameters(), **settings)
    loss_of = torch.nn.CrossEntropyLoss()

    def run():
        update.zero_grad(set_to_none=True)
        loss = loss_of(model(inputs), LABELS)
        loss.backward()
        update.step()
        return loss

    return run


def steps(work, name, model, inputs, optimizer, **settings):
    """A step under each setting worth trying."""
    layouts = {"": torch.contiguous_format} | ({"-nhwc": torch.channels_last} if inputs.dim() == 4 else {})
    return {
        work + layout + each: lambda memory=memory, foreach=foreach: step(
            name, model(), inputs, optimizer, memory, foreach=foreach, **settings
        )
        for layout, memory in layouts.items()
        for each, foreach in {"": False, "-foreach": True}.items()
    }


def kernels(work, layout):
    """A 3×3 convolution of 32 images of 14 × 14 pixels, 64 channels to 64, with ReLU; and its two gradients."""
    generator = torch.Generator().manual_seed(1)
    images, gradient = (torch.rand(32, 64, 14, 14, generator=generator).contiguous(memory_format=layout) for _ in range(2))
    weight = torch.rand(64, 64, 3, 3, generator=generator).contiguous(memory_format=layout)
    bias = torch.rand(64, generator=generator)

    def forward():
        with torch.inference_mode():
            return torch.relu_(torch.conv2d(images, weight, bias, padding=1))

    def backward(*wanted):
        return lambda: torch.ops.aten.convolution_backward(
            gradient, images, weight, None, [1, 1], [1, 1], [1, 1], False, [0, 0], 1, wanted
        )

    return {"forward": forward, "input": backward(True, False, False), "weight": backward(False, True, False)}[work]


def predict(name, model, inputs):
    model = load(name, *model).eval()

    def run():
        with torch.inference_mode():
            return model(inputs)[0, 0]

    return run


DIGITS = lambda: linears(784, 512, 256, 10, activation=torch.nn.ReLU)
MOMENTUM = {"optimizer": torch.optim.SGD, "lr": 1e-4, "momentum": 0.9}
WORKS = {
    **steps("sgd", "DigitNet", DIGITS, INPUTS, **MOMENTUM),
    **steps("adam", "DigitNet", DIGITS, INPUTS, torch.optim.Adam, lr=1e-5),
    **steps("lenet", "LeNet", lenet, IMAGES, **MOMENTUM),
    **steps("resnet", "SmallResNet", small_resnet, IMAGES, **MOMENTUM),
    **{
        f"convolution-{work}{suffix}": lambda work=work, layout=layout: kernels(work, layout)
        for work in ("forward", "input", "weight")
        for suffix, layout in {"": torch.contiguous_format, "-nhwc": torch.channels_last}.items()
    },
    "TinyNet": lambda: predict("TinyNet", linears(8, 32, 32, 2, activation=torch.nn.Tanh), INPUTS[:1, :8].contiguous()),
    "ClassifierNet": lambda: predict(
        "ClassifierNet", linears(784, 128, 10, activation=torch.nn.ReLU) + [torch.nn.Softmax(-1)], INPUTS[:1].contiguous()
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
        for _ in range(10):
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
