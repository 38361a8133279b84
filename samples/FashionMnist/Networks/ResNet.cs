using Layerwright;

namespace FashionMnistSample;

/// <summary>A small residual network (He et al. 2015): 16, 32 and 64 channels, one block each.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Residual<Same>]
[ReLU]
[Residual<Half>(Projection = true)]
[ReLU]
[Residual<Quarter>(Projection = true)]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class ResNet
{
    [Block]
    [Conv2D(16, 3, Padding = Padding.Same)]
    [BatchNorm]
    [ReLU]
    [Conv2D(16, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Same;

    [Block]
    [Conv2D(32, 3, Padding = Padding.Same, Stride = 2)]
    [BatchNorm]
    [ReLU]
    [Conv2D(32, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Half;

    [Block]
    [Conv2D(64, 3, Padding = Padding.Same, Stride = 2)]
    [BatchNorm]
    [ReLU]
    [Conv2D(64, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Quarter;
}
