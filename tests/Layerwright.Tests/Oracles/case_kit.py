"""What the cases of make_cases.py are made of: the layers' modules with their entries in "arch", and the run that records a case."""
import copy
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

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
    layout: str = ""


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
        **(dict(layout=c.layout) if c.layout else {}),
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
