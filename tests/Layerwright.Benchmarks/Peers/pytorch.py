"""PyTorch's side of the benchmark: answers timing requests on stdin, one line each.

Usage: pytorch.py THREADS DIRECTORY. DIRECTORY holds what the other side wrote: inputs.f32 and labels.i64 (the largest batch; images
channels last), random.f32 (operands of kernels), and for each network NAME.model, its layers line by line, and NAME.f32, its
parameters one after the other. A request is "WORK SECONDS"; the answer is the time of the quickest run in seconds. "check WORK"
answers with some numbers of the result of a fresh start, which both sides compare.

WORK is one of step/NETWORK/ROWS/OPTIMIZER, predict/NETWORK/ROWS, dense/ROWSxINPUTSxOUTPUTS/PASS and
convolution/IMAGESxCHANNELSxSIZExFILTERSxKERNELxSTRIDExPAD/PASS, followed by settings: +nhwc, +foreach, +script.
"""

import os
import sys
import time

import torch
from torch.nn import functional

THREADS, DIRECTORY = int(sys.argv[1]), sys.argv[2]
FIRST_GRADIENT, FIRST_WEIGHT, SAMPLES, CHECKED_STEPS = 1_000_003, 2_000_003, 16, 5
torch.set_num_threads(THREADS)


def path(name):
    return os.path.join(DIRECTORY, name)


def read(name, dtype):
    with open(path(name), "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=dtype)


INPUTS, LABELS, RANDOM = read("inputs.f32", torch.float32), read("labels.i64", torch.int64), read("random.f32", torch.float32)


class Residual(torch.nn.Module):
    def __init__(self, branch, shortcut):
        super().__init__()
        self.branch, self.shortcut = torch.nn.Sequential(*branch), torch.nn.Sequential(*shortcut)

    def forward(self, x):
        return self.branch(x) + self.shortcut(x)


class Network:
    """What NAME.model says: an input's shape, a loss, and layers."""

    def __init__(self, name):
        with open(path(name + ".model")) as file:
            self.lines = [line.split() for line in file]
        self.shape = [int(word) for word in self.lines.pop(0)[1:]]
        self.is_classifier = self.lines.pop(0)[1] == "crossentropy"
        length = 1
        for size in self.shape:
            length *= size
        self.length, self.outputs = length, None
        self.sizes = list(self.shape)
        self.model = torch.nn.Sequential(*self.layers())
        parameters, first = read(name + ".f32", torch.float32), 0
        for parameter in self.model.parameters():
            parameter.data.copy_(parameters[first : first + parameter.numel()].reshape(parameter.shape))
            first += parameter.numel()
        assert first == len(parameters), f"{name} has {first} parameters here, {len(parameters)} there"

    def layers(self, *ends):
        """Layers up to one of these words, which is taken too."""
        result = []
        while self.lines:
            word, *numbers = self.lines.pop(0)
            if word in ends:
                break
            result.append(getattr(self, word)(*[int(number) for number in numbers]))
        return result

    def dense(self, outputs):
        inputs, self.sizes, self.outputs = self.sizes[0], [outputs], outputs
        return torch.nn.Linear(inputs, outputs)

    def convolution(self, filters, kernel, stride, pad, bias):
        channels, self.sizes = self.sizes[0], [filters] + [(size + 2 * pad - kernel) // stride + 1 for size in self.sizes[1:]]
        return torch.nn.Conv2d(channels, filters, kernel, stride, pad, bias=bias > 0)

    def normalize(self):
        return torch.nn.BatchNorm2d(self.sizes[0])

    def relu(self):
        return torch.nn.ReLU(inplace=True)

    def tanh(self):
        return torch.nn.Tanh()

    def maxpool(self, window):
        self.sizes = [self.sizes[0]] + [size // window for size in self.sizes[1:]]
        return torch.nn.MaxPool2d(window)

    def flatten(self):
        length = 1
        for size in self.sizes:
            length *= size
        self.sizes = [length]
        return torch.nn.Flatten()

    def globalaveragepool(self):
        self.sizes = [self.sizes[0]]
        return torch.nn.Sequential(torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten())

    def residual(self):
        before = self.sizes
        branch = self.layers("shortcut")
        after, self.sizes = self.sizes, before
        shortcut = self.layers("end")
        self.sizes = after
        return Residual(branch, shortcut)

    def batch(self, rows, layout):
        inputs = INPUTS[: rows * self.length]
        if len(self.shape) == 1:
            return inputs.reshape(rows, -1)
        channels, height, width = self.shape
        return inputs.reshape(rows, height, width, channels).permute(0, 3, 1, 2).contiguous(memory_format=layout)


def layout_of(settings):
    return torch.channels_last if "nhwc" in settings else torch.contiguous_format


def step(name, rows, optimizer, settings):
    network, rows, layout = Network(name), int(rows), layout_of(settings)
    inputs = network.batch(rows, layout)
    model = network.model.to(memory_format=layout) if inputs.dim() == 4 else network.model
    foreach = "foreach" in settings
    if optimizer == "sgd":
        update = torch.optim.SGD(model.parameters(), lr=1e-4, momentum=0.9, foreach=foreach)
    else:
        update = torch.optim.Adam(model.parameters(), lr=1e-5, foreach=foreach)
    if network.is_classifier:
        loss_of, targets = torch.nn.CrossEntropyLoss(), LABELS[:rows]
    else:
        loss_of, targets = torch.nn.MSELoss(), INPUTS[: rows * network.outputs].reshape(rows, -1)
    if "script" in settings:
        model = torch.jit.script(model)

    def run():
        update.zero_grad(set_to_none=True)
        loss = loss_of(model(inputs), targets)
        loss.backward()
        update.step()
        return loss

    def check():
        for _ in range(CHECKED_STEPS):
            loss = run()
        return loss.reshape(1)

    return run, check


def predict(name, rows, settings):
    network, layout = Network(name), layout_of(settings)
    inputs = network.batch(int(rows), layout)
    model = torch.nn.Sequential(network.model, *([torch.nn.Softmax(-1)] if network.is_classifier else [])).eval()
    model = model.to(memory_format=layout) if inputs.dim() == 4 else model
    if "script" in settings:
        model = torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.script(model)))

    def run():
        with torch.inference_mode():
            return model(inputs)

    return run, run


def dense(sizes, kind, settings):
    rows, inputs, outputs = [int(size) for size in sizes.split("x")]
    x, gradient = RANDOM[: rows * inputs].reshape(rows, -1), RANDOM[FIRST_GRADIENT:][: rows * outputs].reshape(rows, -1)
    weight, bias = RANDOM[FIRST_WEIGHT:][: outputs * inputs].reshape(outputs, -1), RANDOM[:outputs]

    def forward():
        with torch.inference_mode():
            return torch.relu_(functional.linear(x, weight, bias))

    run = {"forward": forward, "input": lambda: torch.mm(gradient, weight), "weight": lambda: torch.mm(gradient.t(), x)}[kind]
    return run, run


def convolution(sizes, kind, settings):
    images, channels, size, filters, kernel, stride, pad = [int(size) for size in sizes.split("x")]
    places, layout = (size + 2 * pad - kernel) // stride + 1, layout_of(settings)

    def pixels(first, side, depth):
        lines = RANDOM[first:][: images * side * side * depth].reshape(images, side, side, depth)
        return lines.permute(0, 3, 1, 2).contiguous(memory_format=layout)

    x, gradient = pixels(0, size, channels), pixels(FIRST_GRADIENT, places, filters)
    weight = RANDOM[FIRST_WEIGHT:][: filters * channels * kernel**2].reshape(filters, channels, kernel, kernel)
    weight, bias = weight.contiguous(memory_format=layout), RANDOM[:filters]

    def forward():
        with torch.inference_mode():
            return torch.relu_(torch.conv2d(x, weight, bias, stride, pad))

    def backward(*wanted):
        return torch.ops.aten.convolution_backward(
            gradient, x, weight, None, [stride, stride], [pad, pad], [1, 1], False, [0, 0], 1, wanted
        )

    runs = {"forward": forward, "input": lambda: backward(True, False, False)[0], "weight": lambda: backward(False, True, False)[1]}
    run = runs[kind]
    return run, run if kind == "weight" else lambda: run().permute(0, 2, 3, 1)


KINDS = {"step": step, "predict": predict, "dense": dense, "convolution": convolution}


def make(work):
    """A run, and what gives the numbers to compare."""
    name, *settings = work.split("+")
    kind, *arguments = name.split("/")
    return KINDS[kind](*arguments, settings)


def check(work):
    values = make(work)[1]().detach().reshape(-1)
    count = min(SAMPLES, len(values))
    return " ".join(repr(float(values[i * len(values) // count])) for i in range(count))


WARM_SECONDS, LONG_WARM_SECONDS = 0.05, 0.5
made, made_for = {}, None


def warmed(work):
    """A run that has run: thrice and for a while, since TorchScript compiles in the first runs; twice where it is slow."""
    global made_for
    if work.split("+")[0] != made_for:
        made.clear()
        made_for = work.split("+")[0]
    if work not in made:
        made[work], runs, start = make(work)[0], 0, time.perf_counter()
        while runs < 2 or (time.perf_counter() - start < LONG_WARM_SECONDS and (runs < 3 or time.perf_counter() - start < WARM_SECONDS)):
            made[work]()
            runs += 1
    return made[work]


def quickest(work, seconds):
    run, best = warmed(work), float("inf")
    end = time.perf_counter() + seconds
    while best == float("inf") or time.perf_counter() < end:
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
for request in sys.stdin:
    words = request.split()
    print(check(words[1]) if words[0] == "check" else repr(quickest(words[0], float(words[1]))), flush=True)
