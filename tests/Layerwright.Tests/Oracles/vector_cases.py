"""Cases of vectors: activations, losses, normalisation, maxout, what is frozen."""
import torch
import torch.nn.functional as F
from torch import nn

from case_kit import OPTIMIZERS, Case, case, drawn, frozen, linear, relu, tanh

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
