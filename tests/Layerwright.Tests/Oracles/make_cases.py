"""Writes the cases of this folder that the first set did not hold, with PyTorch 1.13 (Debian's python3-torch). Tests need no PyTorch.

Run: python3 make_cases.py [name ...]    all cases, or those named, into Cases/

A case: name, torch, train, arch (the layers in order), loss {name, reduction, args}, params, buffers_before, buffers_after,
inputs {x}, target, output, loss_value, grads, input_grad, near_zero_grad_params, check_f64 (the float32 run against float64),
optimizers {key: {name, args, losses: [before steps 1 to 3, after step 3], params_after: [of each step], unstable_params}}.
A tensor is {shape, data: row by row}; whole numbers carry dtype int64. Every optimizer starts from params and sees the same
batch three times. unstable_params: what float32 does not reproduce (a true gradient of 0 becomes a step of the whole rate in Adam).

To add a case: a function decorated with @case, whose name is the case's, that returns Case(layers, x, target, loss, args).
"""
import copy
import json
import pathlib
import sys
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

FOLDER = pathlib.Path(__file__).parent / "Cases"

OPTIMIZERS = {
    "sgd": ("SGD", dict(lr=0.1)),
    "sgd_wd": ("SGD", dict(lr=0.1, weight_decay=0.01)),
    "momentum": ("SGD", dict(lr=0.05, momentum=0.9)),
    "nesterov": ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True)),
    "adam": ("Adam", dict(lr=0.01, betas=(0.9, 0.999), eps=1e-8)),
    "adamw": ("AdamW", dict(lr=0.01, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)),
    "rmsprop": ("RMSprop", dict(lr=0.01, alpha=0.99, eps=1e-8)),
    "adagrad": ("Adagrad", dict(lr=0.05, eps=1e-10)),
}

LOSSES = {
    "cross_entropy": F.cross_entropy,
    "mse": F.mse_loss,
    "l1": F.l1_loss,
    "huber": F.huber_loss,
    "bce_with_logits": F.binary_cross_entropy_with_logits,
    "multi_margin": F.multi_margin_loss,
}


@dataclass
class Case:
    """layers: pairs of a module and its dict in "arch"; args: the loss's, and sample_weights, which PyTorch has not."""

    layers: list
    x: torch.Tensor
    target: torch.Tensor
    loss: str
    args: dict = field(default_factory=dict)
    train: bool = True
    optimizers: tuple = ("sgd", "adam")


CASES = {}


def case(make):
    CASES[make.__name__] = make
    return make


def loss_of(c, output):
    args = {k: v for k, v in c.args.items() if k != "sample_weights"}
    if "weight" in args:
        args["weight"] = torch.tensor(args["weight"], dtype=output.dtype)
    target = c.target.to(output.dtype) if c.target.dtype.is_floating_point else c.target
    if "sample_weights" not in c.args:
        return LOSSES[c.loss](output, target, **args)
    rows = LOSSES[c.loss](output, target, reduction="none", **args).reshape(output.shape[0], -1).mean(1)
    return (rows * torch.tensor(c.args["sample_weights"], dtype=output.dtype)).sum() / output.shape[0]


def tensor(t):
    t = t.detach().contiguous()
    if not t.dtype.is_floating_point:
        return dict(shape=list(t.shape), dtype="int64", data=[int(v) for v in t.flatten().tolist()])
    values = t.float().numpy().ravel()
    assert np.isfinite(values).all()
    return dict(shape=list(t.shape), data=[float(np.format_float_scientific(v, unique=True)) for v in values])


def tensors(pairs):
    return {name: tensor(value) for name, value in pairs}


def forward_backward(c, net, x):
    x = x.clone().requires_grad_(True)
    output = net(x)
    loss = loss_of(c, output)
    loss.backward()
    return output, loss, x.grad


def train(c, net, key):
    """Three steps: losses before each and after the last, parameters after each."""
    kind, args = OPTIMIZERS[key]
    x = c.x.to(next(net.parameters()).dtype)
    optimizer = getattr(torch.optim, kind)(net.parameters(), **args)
    losses, states = [], []
    for _ in range(3):
        optimizer.zero_grad()
        losses.append(forward_backward(c, net, x)[1].item())
        optimizer.step()
        states.append({name: value.detach().clone() for name, value in net.named_parameters()})
    return losses + [loss_of(c, net(x)).item()], states


def distance(a, b):
    return float((a.detach().double() - b.detach().double()).abs().max())


def optimizer_result(c, net, key):
    losses, states = train(c, copy.deepcopy(net), key)
    exact = train(c, copy.deepcopy(net).double(), key)[1]
    apart = {name: distance(states[-1][name], exact[-1][name]) for name in exact[-1]}
    return dict(
        name=OPTIMIZERS[key][0],
        args=OPTIMIZERS[key][1],
        losses=[float(np.float32(loss)) for loss in losses],
        params_after=[tensors(state.items()) for state in states],
        unstable_params={name: error for name, error in apart.items() if error > 2e-5},
    )


def run(name, c):
    start = nn.Sequential(*[module for module, _ in c.layers]).train(c.train)
    net, exact = copy.deepcopy(start), copy.deepcopy(start).double()
    output, loss, input_grad = forward_backward(c, net, c.x)
    exact_output, exact_loss, exact_grad = forward_backward(c, exact, c.x.double())
    grads = [(k, p.grad, q.grad) for (k, p), q in zip(net.named_parameters(), exact.parameters()) if p.requires_grad]
    return dict(
        name=name,
        torch=torch.__version__,
        train=c.train,
        arch=[layer for _, layer in c.layers],
        loss=dict(name=c.loss, reduction="mean", args=c.args),
        params=tensors(start.named_parameters()),
        buffers_before=tensors(start.named_buffers()),
        buffers_after=tensors(net.named_buffers()),
        inputs=dict(x=tensor(c.x)),
        target=tensor(c.target),
        output=tensor(output),
        loss_value=float(np.float32(loss.item())),
        grads=tensors((k, g) for k, g, _ in grads),
        input_grad=tensor(input_grad),
        near_zero_grad_params=[k for k, _, g in grads if float(g.abs().max()) < 1e-9],
        check_f64=dict(
            output=distance(output, exact_output),
            loss=abs(loss.item() - exact_loss.item()),
            grads=max(distance(g, e) for _, g, e in grads),
            input_grad=distance(input_grad, exact_grad),
        ),
        optimizers={key: optimizer_result(c, start, key) for key in c.optimizers},
    )


def linear(inputs, outputs, bias=True):
    arch = {"type": "linear", "in": inputs, "out": outputs}
    return nn.Linear(inputs, outputs, bias=bias), arch if bias else dict(arch, bias=False)


def relu():
    return nn.ReLU(), dict(type="relu")


def tanh():
    return nn.Tanh(), dict(type="tanh")


# ── activations ──


def bent(*activation):
    """The first set's form: five inputs, seven units, the activation, four classes."""
    layers = [linear(5, 7), activation, linear(7, 4)]
    return Case(layers, torch.randn(6, 5) * 1.5, torch.randint(0, 4, (6,)), "cross_entropy")


def wide(*activation):
    """Inputs so large that every piece of a function of straight lines is met."""
    c = bent(*activation)
    c.x = c.x * 6
    return c


@case
def mlp_relu6():
    return wide(nn.ReLU6(), dict(type="relu6"))


@case
def mlp_hardsigmoid():
    return wide(nn.Hardsigmoid(), dict(type="hardsigmoid"))


@case
def mlp_hardswish():
    return wide(nn.Hardswish(), dict(type="hardswish"))


@case
def mlp_elu_alpha():
    return wide(nn.ELU(0.5), dict(type="elu", alpha=0.5))


@case
def mlp_elu_negative():
    return wide(nn.ELU(-0.5), dict(type="elu", alpha=-0.5))


@case
def mlp_leaky_relu_negative():
    return wide(nn.LeakyReLU(-0.3), dict(type="leaky_relu", slope=-0.3))


@case
def mlp_softmax():
    return wide(nn.Softmax(-1), dict(type="softmax"))


@case
def mlp_log_softmax():
    return wide(nn.LogSoftmax(-1), dict(type="log_softmax"))


@case
def softmax_output():
    return Case([linear(5, 4), (nn.Softmax(-1), dict(type="softmax"))], torch.randn(6, 5) * 3, torch.randn(6, 4).softmax(1), "mse")


@case
def mlp_prelu_channels():
    slopes = nn.PReLU(7)
    slopes.weight.data = torch.tensor([0.25, 0.5, 0.0, -0.3, 1.0, -1.0, 0.1])
    return bent(slopes, dict(type="prelu", channels=7))


@case
def mlp_prelu_negative():
    c = wide(nn.PReLU(1, -0.3), dict(type="prelu"))
    c.optimizers = tuple(OPTIMIZERS)
    return c


# ── losses ──

CLASS_WEIGHTS = [0.5, 2.0, 0.25, 1.5, 0.0]
SAMPLE_WEIGHTS = [1.0, 0.5, 2.0, 0.0, 1.0, 0.25, -1.0]


def cross_entropy(target, **args):
    return Case([linear(4, 6), relu(), linear(6, 5)], torch.randn(len(target), 4), target, "cross_entropy", args)


def labels(*ignored):
    """Nine labels, each class among them; ignored ones in the places given."""
    target = torch.tensor([0, 1, 2, 3, 4, 3, 1, 0, 2])
    for row, label in ignored:
        target[row] = label
    return target


def probabilities():
    """Rows that sum to 1, one of them one-hot; one of zeros, and one that sums to more."""
    target = torch.randn(9, 5).mul(2).softmax(1)
    target[3] = F.one_hot(torch.tensor(2), 5)
    target[5] = 0
    target[7] = torch.tensor([1.0, 0.5, 0.0, 0.25, 1.0])
    return target


@case
def ce_class_weights():
    return cross_entropy(labels(), weight=CLASS_WEIGHTS)


@case
def ce_ignored():
    return cross_entropy(labels((1, -100), (6, -100)), ignore_index=-100)


@case
def ce_ignored_class():
    return cross_entropy(labels(), ignore_index=3)


@case
def ce_smoothing_class_weights():
    return cross_entropy(labels(), label_smoothing=0.2, weight=CLASS_WEIGHTS)


@case
def ce_smoothing_ignored():
    return cross_entropy(labels((2, 255), (4, 255)), label_smoothing=0.2, ignore_index=255)


@case
def ce_class_weights_ignored():
    return cross_entropy(labels(), weight=CLASS_WEIGHTS, ignore_index=0)


@case
def ce_smoothing_class_weights_ignored():
    return cross_entropy(labels(), label_smoothing=0.2, weight=CLASS_WEIGHTS, ignore_index=1)


@case
def ce_probabilities():
    return cross_entropy(probabilities())


@case
def ce_probabilities_smoothing():
    return cross_entropy(probabilities(), label_smoothing=0.2)


@case
def ce_probabilities_class_weights():
    return cross_entropy(probabilities(), weight=CLASS_WEIGHTS)


@case
def ce_probabilities_smoothing_class_weights_ignored():
    return cross_entropy(probabilities(), label_smoothing=0.2, weight=CLASS_WEIGHTS, ignore_index=-100)


def hinge(**args):
    return Case([linear(8, 9), relu(), linear(9, 5)], torch.randn(10, 8) * 3, torch.randint(0, 5, (10,)), "multi_margin", args)


@case
def hinge_squared():
    return hinge(p=2, margin=1.0)


@case
def hinge_margin():
    return hinge(p=1, margin=0.35)


@case
def hinge_squared_margin():
    return hinge(p=2, margin=2.5)


def regression(target, loss, **args):
    return Case([linear(4, 6), tanh(), linear(6, 3)], torch.randn(7, 4), target, loss, args)


@case
def huber_delta():
    return regression(torch.randn(7, 3) * 3, "huber", delta=0.3)


@case
def mse_sample_weights():
    return regression(torch.randn(7, 3), "mse", sample_weights=SAMPLE_WEIGHTS)


@case
def bce_sample_weights():
    return regression(torch.rand(7, 3), "bce_with_logits", sample_weights=SAMPLE_WEIGHTS)


# ── normalisation, maxout, what is frozen ──

class Maxout(nn.Module):
    """The largest of k linear maps; weight [units·k, in] grouped [units, k]."""

    def __init__(self, inputs, units, k, bias):
        super().__init__()
        self.lin = nn.Linear(inputs, units * k, bias=bias)
        self.units, self.k = units, k

    def forward(self, x):
        return self.lin(x).view(x.shape[0], self.units, self.k).max(-1)[0]


class RMSNorm(nn.Module):
    """torch.nn.RMSNorm of later versions."""

    def __init__(self, features, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(features))
        self.eps = eps

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.weight


class FrozenBatchNorm(nn.BatchNorm1d):
    """In evaluation mode inside a network in training mode, without gradients."""

    def __init__(self, features):
        super().__init__(features)
        self.requires_grad_(False)

    def train(self, mode=True):
        return super().train(False)


def drawn(module):
    """The module with weights and statistics that show."""
    with torch.no_grad():
        for name, value in list(module.named_parameters()) + list(module.named_buffers()):
            if value.dtype.is_floating_point:
                value.copy_(torch.rand_like(value) + 0.5 if name.endswith(("weight", "var")) else torch.randn_like(value))
    return module


def frozen(layer):
    module, arch = layer
    return module.requires_grad_(False), dict(arch, frozen=True)


def maxout(inputs, units, k, bias=True):
    arch = {"type": "maxout", "in": inputs, "out": units, "k": k}
    return Maxout(inputs, units, k, bias), arch if bias else dict(arch, bias=False)


def layer_norm(features, eps=1e-5):
    return drawn(nn.LayerNorm(features, eps=eps)), dict(type="layernorm", features=features, eps=eps)


def rms_norm(features, eps=1e-5):
    return drawn(RMSNorm(features, eps)), dict(type="rmsnorm", features=features, eps=eps)


def frozen_batch_norm(features):
    return drawn(FrozenBatchNorm(features)), dict(type="batchnorm1d", features=features, eps=1e-5, momentum=0.1, frozen=True)


def alpha_dropout(p):
    return nn.AlphaDropout(p), dict(type="alpha_dropout", p=p)


def classify(*layers, inputs=5, classes=4, rows=7, **case):
    target = torch.randint(0, classes, (rows,))
    return Case(list(layers), torch.randn(rows, inputs), target, "cross_entropy", **case)


@case
def maxout_last():
    return classify(linear(5, 7), relu(), maxout(7, 4, 2))


@case
def maxout_deep():
    return classify(maxout(5, 17, 2, bias=False), maxout(17, 9, 4), layer_norm(9), linear(9, 4))


@case
def layernorm_relu():
    return classify(linear(5, 19), layer_norm(19, eps=1e-3), relu(), linear(19, 4), optimizers=("sgd_wd", "momentum", "adam"))


@case
def layernorm_first():
    return classify(layer_norm(5), linear(5, 6), tanh(), linear(6, 4))


@case
def rmsnorm_tanh():
    return classify(linear(5, 19), rms_norm(19), tanh(), rms_norm(19, eps=1e-3), linear(19, 4), optimizers=("sgd_wd", "momentum", "adam"))


@case
def batchnorm_frozen():
    return classify(linear(5, 6), frozen_batch_norm(6), relu(), linear(6, 4), optimizers=("sgd_wd", "momentum", "adam"))


@case
def frozen_first():
    return classify(
        frozen(linear(5, 8)), relu(), frozen(maxout(8, 6, 3)), frozen_batch_norm(6), linear(6, 7), tanh(), linear(7, 4),
        optimizers=("sgd_wd", "momentum", "adam"))


@case
def frozen_between():
    return classify(linear(5, 6), tanh(), frozen(linear(6, 7)), tanh(), linear(7, 4), optimizers=("sgd_wd", "adam"))


@case
def alpha_dropout_p0():
    return classify(linear(5, 6), (nn.SELU(), dict(type="selu")), alpha_dropout(0.0), linear(6, 4))


@case
def alpha_dropout_eval():
    return classify(linear(5, 6), (nn.SELU(), dict(type="selu")), alpha_dropout(0.5), linear(6, 4), train=False, optimizers=())


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for name in sys.argv[1:] or CASES:
        torch.manual_seed(sum(ord(c) * (i + 1) for i, c in enumerate(name)))
        result = run(name, CASES[name]())
        (FOLDER / f"{name}.json").write_text(json.dumps(result, separators=(",", ":")))
        unstable = {key: o["unstable_params"] for key, o in result["optimizers"].items() if o["unstable_params"]}
        print(name, result["loss_value"], result["check_f64"], unstable or "")


main()
