"""Cases of images and sequences. All are channels first, as in PyTorch; tests turn them round but for the layout "channels_first"."""
import torch
from torch import nn

from case_kit import Case, case, drawn, frozen, linear, relu, tanh
from image_kit import (
    ALL, average_pool, average_pool1d, batch_norm, block, classify, concat, conv, conv1d, flatten, frozen_batch_norm, gate,
    global_pool, group_norm, identity, layer_norm, max_pool, max_pool1d, per_step, prelu, reshape, residual, sigmoid,
    spatial_dropout, transposed, upsample, zero_padding,
)


# ── convolutions ──


@case
def conv2d_same_stride2():
    return classify(conv(2, 5, 3, same=True, stride=2), relu(), conv(5, 3, 5, same=True, stride=2), flatten(), linear(27, 3), x=(3, 2, 9, 12))


@case
def conv2d_same_even():
    return classify(conv(2, 4, 2, same=True), relu(), conv(4, 3, [4, 2], same=True, stride=2), flatten(), linear(36, 3), x=(3, 2, 7, 6))


@case
def conv2d_same_dilated():
    return classify(conv(3, 4, [3, 2], same=True, dilation=3), tanh(), conv(4, 2, 4, same=True, dilation=2, stride=[1, 2]), flatten(), linear(54, 3), x=(2, 3, 9, 5))


@case
def conv2d_odd_sizes():
    return classify(
        conv(3, 17, 3, stride=2, padding=1), relu(), conv(17, 9, [1, 3]), relu(), conv(9, 7, [3, 1], stride=[2, 1]), flatten(), linear(112, 3),
        x=(3, 3, 17, 11), optimizers=ALL)


@case
def conv2d_groups_strided():
    return classify(conv(6, 9, 3, groups=3, stride=2, padding=2), relu(), conv(9, 12, [2, 3], groups=3, dilation=2, padding=1), flatten(), linear(216, 3), x=(2, 6, 9, 7))


@case
def conv2d_wide():
    """3×3 at stride 1 with enough channels and pixels for every way of computing it.

    Not with Adam: minimal filtering makes of a gradient that is 0, as ReLU leaves some, a sum that cancels, and Adam of that a step.
    """
    return classify(
        conv(3, 16, 3, padding=1), relu(), conv(16, 32, 3, padding=1), relu(), conv(32, 16, 3), global_pool("avg"), linear(16, 4),
        x=(2, 3, 11, 10), classes=4, optimizers=("sgd", "sgd_wd", "momentum", "nesterov"))


@case
def conv2d_pointwise():
    return classify(conv(5, 19, 1), relu(), conv(19, 8, 1, stride=2), relu(), conv(8, 3, 1, bias=False), flatten(), linear(48, 3), x=(3, 5, 7, 8))


@case
def conv2d_channels_first():
    c = classify(conv(3, 4, 3, padding=1), relu(), max_pool(2), flatten(), linear(24, 3), x=(3, 3, 5, 7))
    c.layout = "channels_first"
    return c


@case
def depthwise_multiplier():
    return classify(
        conv(3, 6, 3, groups=3, padding=1), relu(), conv(6, 6, [5, 3], groups=6, stride=[2, 1], same=True), relu(), conv(6, 4, 1), flatten(), linear(84, 3),
        x=(2, 3, 6, 7), optimizers=ALL)


@case
def mobilenet_tiny():
    """MobileNetV2's inverted residual."""
    body = block(
        conv(8, 24, 1, bias=False), batch_norm(24), (nn.ReLU6(), dict(type="relu6")),
        conv(24, 24, 3, bias=False, groups=24, padding=1), batch_norm(24), (nn.ReLU6(), dict(type="relu6")),
        conv(24, 8, 1, bias=False), batch_norm(8))
    return classify(conv(3, 8, 3, stride=2, padding=1), residual(body), global_pool("avg"), linear(8, 3), x=(4, 3, 9, 9))


@case
def conv_transpose_rectangular():
    return classify(
        transposed(3, 5, [3, 4], stride=[2, 3], padding=1, output_padding=[1, 2]), relu(), transposed(5, 2, 2, stride=2, bias=False), flatten(), linear(640, 3),
        x=(2, 3, 4, 3))


@case
def reshape_conv_transpose():
    layers = [linear(5, 24), batch_norm(24, 1), relu(), reshape(2, 3, 4), transposed(4, 6, 4, stride=2, padding=1), relu(), transposed(6, 2, 3, stride=2, padding=1, output_padding=1)]
    return Case(layers, torch.randn(4, 5), torch.randn(4, 2, 8, 12), "mse", optimizers=ALL)


@case
def autoencoder_tiny():
    layers = [
        conv(1, 6, 3, stride=2, padding=1), relu(), flatten(), linear(72, 8), relu(), linear(8, 72), relu(), reshape(3, 4, 6),
        upsample(2), conv(6, 1, 3, same=True)]
    return Case(layers, torch.randn(3, 1, 6, 8), torch.rand(3, 1, 6, 8), "bce_with_logits")


# ── normalisation, dropout, shape ──


@case
def flatten_batchnorm_dense():
    return classify(
        conv(2, 5, 3), flatten(), batch_norm(60, 1), prelu(60), linear(60, 7), relu(), linear(7, 3), x=(5, 2, 5, 6), optimizers=ALL)


@case
def flatten_layernorm_residual():
    """The order of a flattened image lasts through sums and rows' norms."""
    norm = drawn(nn.LayerNorm(24)), dict(type="layernorm", features=24, eps=1e-5)
    return classify(flatten(), norm, residual(block(linear(24, 24), tanh())), group_norm(4, 24), linear(24, 3), x=(3, 4, 2, 3))


@case
def batchnorm2d_frozen():
    return classify(
        frozen(conv(2, 4, 3)), frozen_batch_norm(4), relu(), conv(4, 5, 3, padding=1), frozen_batch_norm(5), relu(), global_pool("avg"), linear(5, 3),
        x=(3, 2, 6, 5), optimizers=ALL)


@case
def groupnorm_deep():
    return classify(
        conv(3, 12, 3, padding=1), group_norm(3, 12, 1e-3), relu(), conv(12, 8, 3, stride=2), group_norm(8, 8), tanh(), group_norm(1, 8), flatten(), linear(32, 3),
        x=(3, 3, 6, 5))


@case
def image_rowwise():
    """What works on the channels of each pixel."""
    return classify(
        conv(2, 6, 3), layer_norm(6), prelu(6), conv(6, 5, 1), (nn.Softmax(1), dict(type="softmax")), conv(5, 4, 1), (nn.LogSoftmax(1), dict(type="log_softmax")),
        flatten(), linear(48, 3), x=(3, 2, 6, 5))


@case
def spatial_dropout_p0():
    return classify(conv(2, 4, 3), relu(), spatial_dropout(0.0), flatten(), linear(24, 3), x=(2, 2, 4, 5))


@case
def spatial_dropout_eval():
    return classify(conv(2, 4, 3), relu(), spatial_dropout(0.5), flatten(), linear(24, 3), x=(2, 2, 4, 5), train=False, optimizers=())


@case
def padding_upsample():
    return classify(
        zero_padding(1, 2, 0, 3), conv(2, 3, 3, stride=2), relu(), upsample(3), conv(3, 2, [3, 2], stride=[3, 2]), flatten(), linear(32, 3), x=(2, 2, 6, 5))


# ── pooling ──


@case
def pool_rectangular():
    return classify(
        conv(1, 3, 3), max_pool([2, 3], [1, 2], [1, 0]), average_pool([3, 2], [2, 1], [1, 1]), flatten(), linear(60, 3), x=(2, 1, 9, 12))


@case
def pool_globalmax():
    return classify(conv(2, 19, 3), relu(), global_pool("max"), linear(19, 3), x=(3, 2, 6, 7))


# ── composition ──


@case
def residual_conv_shortcut():
    body = block(conv(4, 6, 3, bias=False, stride=2, padding=1), batch_norm(6), relu(), conv(6, 6, 3, bias=False, padding=1), batch_norm(6))
    shortcut = block(conv(4, 6, 1, bias=False, stride=2), batch_norm(6))
    return classify(
        conv(2, 4, 3, padding=1), relu(), residual(body, shortcut), relu(), global_pool("avg"), linear(6, 3), x=(4, 2, 7, 8), optimizers=ALL)


@case
def residual_projection():
    body = block(conv(4, 7, 3, stride=[2, 1], padding=1), relu(), conv(7, 6, 3, padding=1))
    first = residual(body, block(conv(4, 6, 1, bias=False, stride=[2, 1]), names=["conv1"]), projection=True)
    body = block(conv(6, 5, 3, bias=False, padding=1), batch_norm(5))
    second = residual(body, block(conv(6, 5, 1, bias=False), batch_norm(5), names=["conv1", "batchnorm1"]), projection=True)
    return classify(conv(2, 4, 3), first, relu(), second, relu(), flatten(), linear(75, 3), x=(3, 2, 8, 7))


@case
def concat_inception():
    return classify(
        conv(2, 6, 3, padding=1), relu(),
        concat(
            block(conv(6, 5, 1), relu()), block(conv(6, 3, 1), relu(), conv(3, 7, 3, padding=1)), block(max_pool(3, 1, 1), conv(6, 4, 1)), identity()),
        relu(), conv(22, 3, 3), flatten(), linear(36, 3), x=(2, 2, 5, 6))


@case
def unet_tiny():
    inner = block(max_pool(2), conv(5, 8, 3, padding=1), relu(), transposed(8, 3, 2, stride=2))
    layers = [conv(2, 5, 3, padding=1), relu(), concat(identity(), inner), conv(8, 3, 1)]
    return Case(layers, torch.randn(3, 2, 6, 8), torch.randint(0, 3, (3, 6, 8)), "cross_entropy")


@case
def concat_vectors():
    return classify(
        conv(2, 4, 3), concat(block(global_pool("avg")), block(global_pool("max"), linear(4, 5), relu()), block(flatten())), linear(33, 3), x=(3, 2, 4, 5))


@case
def gate_excite():
    """Squeeze and excite."""
    squeeze = gate(global_pool("avg"), linear(6, 3), relu(), linear(3, 6), sigmoid())
    return classify(conv(2, 6, 3), squeeze, relu(), conv(6, 3, 3), flatten(), linear(18, 3), x=(3, 2, 7, 6))


@case
def gate_elements():
    return classify(conv(2, 5, 3), tanh(), gate(conv(5, 5, 3, padding=1), sigmoid()), flatten(), linear(60, 3), x=(3, 2, 6, 5))


@case
def residual_nested():
    """A squeeze-and-excite gate at the end of a residual branch; a residual inside a concatenation."""
    squeeze = gate(global_pool("avg"), linear(5, 5), sigmoid())
    inner = residual(block(conv(5, 5, 3, padding=1), relu(), squeeze))
    return classify(conv(2, 5, 3), concat(block(inner, relu()), block(conv(5, 2, 1))), global_pool("max"), linear(7, 3), x=(3, 2, 6, 5))


# ── sequences ──


@case
def conv1d_causal():
    return classify(
        conv1d(3, 6, 2, causal=True), relu(), conv1d(6, 5, 3, causal=True, dilation=2), relu(), conv1d(5, 4, 3, causal=True, stride=2), flatten(), linear(20, 3),
        x=(3, 3, 9))


@case
def conv1d_strided():
    return classify(conv1d(4, 6, 5, stride=2, padding=2), relu(), conv1d(6, 8, 3, groups=2, dilation=2), relu(), flatten(), linear(16, 3), x=(3, 4, 11))


@case
def pool1d():
    return classify(
        conv1d(3, 5, 3), max_pool1d(3, 2, 1), average_pool1d(2, 1), average_pool1d(3, 2, 1, count=False), flatten(), linear(15, 3), x=(3, 3, 13))


@case
def pool1d_global():
    return classify(
        conv1d(3, 6, 3), batch_norm(6, 1), relu(),
        concat(block(global_pool("avg", 1)), block(global_pool("max", 1))), linear(12, 3), x=(4, 3, 9))


@case
def dense_per_step():
    layers = [per_step(3, 7), tanh(), group_norm(1, 7), per_step(7, 4)]
    return Case(layers, torch.randn(4, 3, 6), torch.randint(0, 4, (4, 6)), "cross_entropy", optimizers=ALL)


# ── losses on every position ──


def pixels(target, loss, channels, **args):
    return Case([conv(2, 4, 3, padding=1), tanh(), conv(4, channels, 1)], torch.randn(3, 2, 4, 5), target, loss, args)


@case
def pixels_ce():
    target = torch.randint(0, 3, (3, 4, 5))
    target[0, 1:3, 2] = target[2, :, 4] = 255
    return pixels(target, "cross_entropy", 3, ignore_index=255, label_smoothing=0.1, weight=[0.5, 2.0, 1.0])


@case
def pixels_probabilities():
    return pixels(torch.randn(3, 3, 4, 5).softmax(1), "cross_entropy", 3)


@case
def pixels_bce():
    return pixels(torch.rand(3, 1, 4, 5), "bce_with_logits", 1, sample_weights=[0.5, 2.0, 0.0])


@case
def pixels_huber():
    return pixels(torch.randn(3, 2, 4, 5), "huber", 2, delta=0.5)


@case
def pixels_l1():
    return pixels(torch.randn(3, 2, 4, 5), "l1", 2)
