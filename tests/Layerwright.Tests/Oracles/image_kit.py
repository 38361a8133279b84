"""Layers of images and sequences: each is a module of PyTorch's and what the case says of it."""
from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn

from case_kit import Case, drawn

ALL = ("sgd_wd", "momentum", "adam")


def pair(value):
    return tuple(value) if isinstance(value, (list, tuple)) else (value, value)


class SameConv2d(nn.Conv2d):
    """dilation·(kernel − 1) zeros in all, half on each side, the odd one at the end, whatever the stride."""

    def forward(self, x):
        height, width = (d * (k - 1) for d, k in zip(self.dilation, self.kernel_size))
        return super().forward(F.pad(x, (width // 2, width - width // 2, height // 2, height - height // 2)))


class CausalConv1d(nn.Conv1d):
    """All zeros before the first step."""

    def forward(self, x):
        return super().forward(F.pad(x, (self.dilation[0] * (self.kernel_size[0] - 1), 0)))


class PerStep(nn.Linear):
    """A linear map of each step."""

    def forward(self, x):
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class PerPosition(nn.LayerNorm):
    """LayerNorm over the channels of each position."""

    def forward(self, x):
        return super().forward(x.transpose(1, -1)).transpose(1, -1)


class FrozenBatchNorm2d(nn.BatchNorm2d):
    """In evaluation mode inside a network in training mode, without gradients."""

    def __init__(self, features):
        super().__init__(features)
        self.requires_grad_(False)

    def train(self, mode=True):
        return super().train(False)


class Residual(nn.Module):
    """S(x) + T(x)."""

    def __init__(self, body, shortcut=None):
        super().__init__()
        self.body = body
        self.shortcut = shortcut or nn.Identity()

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class Gate(nn.Sequential):
    """x ⊙ T(x), a factor for each channel or for each element."""

    def forward(self, x):
        factors = super().forward(x)
        return x * (factors if factors.dim() == x.dim() else factors[..., None, None])


class Concat(nn.ModuleList):
    """Branches joined on the channel axis."""

    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)


def conv(inputs, filters, kernel, bias=True, same=False, **args):
    arch = {"type": "conv2d", "kernel": kernel, "in": inputs, "out": filters, **args}
    module = (SameConv2d if same else nn.Conv2d)(inputs, filters, pair(kernel), bias=bias, **{k: pair(v) if k != "groups" else v for k, v in args.items()})
    return module, arch | ({} if bias else dict(bias=False)) | (dict(same=True) if same else {})


def transposed(inputs, filters, kernel, bias=True, **args):
    arch = {"type": "conv_transpose2d", "kernel": kernel, "in": inputs, "out": filters, **args}
    return nn.ConvTranspose2d(inputs, filters, pair(kernel), bias=bias, **{k: pair(v) for k, v in args.items()}), arch | ({} if bias else dict(bias=False))


def conv1d(inputs, filters, kernel, causal=False, **args):
    arch = {"type": "conv1d", "kernel": kernel, "in": inputs, "out": filters, **args}
    return (CausalConv1d if causal else nn.Conv1d)(inputs, filters, kernel, **args), arch | (dict(causal=True) if causal else {})


def per_step(inputs, outputs):
    return PerStep(inputs, outputs), {"type": "linear", "in": inputs, "out": outputs}


def batch_norm(features, dimensions=2):
    module = (nn.BatchNorm1d if dimensions == 1 else nn.BatchNorm2d)(features)
    return drawn(module), {"type": f"batchnorm{dimensions}d", "features": features, "eps": 1e-5, "momentum": 0.1}


def frozen_batch_norm(features):
    return drawn(FrozenBatchNorm2d(features)), {"type": "batchnorm2d", "features": features, "eps": 1e-5, "momentum": 0.1, "frozen": True}


def group_norm(groups, channels, eps=1e-5):
    return drawn(nn.GroupNorm(groups, channels, eps)), dict(type="groupnorm", groups=groups, channels=channels, eps=eps)


def layer_norm(features):
    return drawn(PerPosition(features)), dict(type="layernorm", features=features, eps=1e-5)


def prelu(channels):
    module = nn.PReLU(channels)
    module.weight.data = torch.linspace(-0.5, 0.5, channels)
    return module, dict(type="prelu", channels=channels)


def sigmoid():
    return nn.Sigmoid(), dict(type="sigmoid")


def max_pool(kernel, stride=None, padding=0):
    stride = stride or kernel
    return nn.MaxPool2d(pair(kernel), pair(stride), pair(padding)), dict(type="maxpool2d", kernel=kernel, stride=stride, padding=padding)


def average_pool(kernel, stride=None, padding=0, count=True):
    stride = stride or kernel
    module = nn.AvgPool2d(pair(kernel), pair(stride), pair(padding), count_include_pad=count)
    return module, dict(type="avgpool2d", kernel=kernel, stride=stride, padding=padding, count_include_pad=count)


def max_pool1d(kernel, stride, padding=0):
    return nn.MaxPool1d(kernel, stride, padding), dict(type="maxpool1d", kernel=kernel, stride=stride, padding=padding)


def average_pool1d(kernel, stride, padding=0, count=True):
    module = nn.AvgPool1d(kernel, stride, padding, count_include_pad=count)
    return module, dict(type="avgpool1d", kernel=kernel, stride=stride, padding=padding, count_include_pad=count)


def global_pool(kind, dimensions=2):
    modules = {"avg1": nn.AdaptiveAvgPool1d, "avg2": nn.AdaptiveAvgPool2d, "max1": nn.AdaptiveMaxPool1d, "max2": nn.AdaptiveMaxPool2d}
    return nn.Sequential(modules[f"{kind}{dimensions}"](1), nn.Flatten()), dict(type=f"global{kind}pool{dimensions}d")


def flatten():
    return nn.Flatten(), dict(type="flatten")


def reshape(height, width, channels):
    return nn.Unflatten(1, (channels, height, width)), dict(type="reshape", height=height, width=width, channels=channels)


def upsample(factor):
    return nn.Upsample(scale_factor=factor), dict(type="upsample2d", factor=factor)


def zero_padding(top, bottom, left, right):
    return nn.ZeroPad2d((left, right, top, bottom)), dict(type="zero_padding2d", top=top, bottom=bottom, left=left, right=right)


def spatial_dropout(p):
    return nn.Dropout2d(p), dict(type="spatial_dropout2d", p=p)


def block(*layers, names=None):
    """A chain inside another layer; names: its modules' where they are not numbers."""
    modules = [module for module, _ in layers]
    chain = nn.Sequential(OrderedDict(zip(names, modules))) if names else nn.Sequential(*modules)
    return chain, [arch if not names else dict(arch, key=name) for (_, arch), name in zip(layers, names or [None] * len(layers))]


def residual(body, shortcut=None, projection=False):
    arch = dict(type="residual", body=body[1])
    arch |= dict(projection=True) if projection else dict(shortcut=shortcut[1]) if shortcut else {}
    return Residual(body[0], shortcut[0] if shortcut else None), arch


def gate(*layers):
    chain, arch = block(*layers)
    return Gate(*chain), dict(type="gate", body=arch)


def concat(*branches):
    return Concat([branch[0] for branch in branches]), dict(type="concat", branches=[branch[1] for branch in branches])


def identity():
    return nn.Identity(), []


def classify(*layers, x, classes=3, optimizers=("sgd", "adam"), **more):
    return Case(list(layers), torch.randn(*x), torch.randint(0, classes, (x[0],)), "cross_entropy", optimizers=optimizers, **more)
