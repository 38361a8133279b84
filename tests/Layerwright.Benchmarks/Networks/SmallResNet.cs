namespace Layerwright.Benchmarks;

/// <summary>A residual network of 16, 32 and 64 channels, one block each: 77,754 parameters (He et al. 2015).</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Residual<Narrow>]
[ReLU]
[Residual<Middle>(Projection = true)]
[ReLU]
[Residual<Wide>(Projection = true)]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SmallResNet
{
    [Block]
    [Conv2D(16, 3, Padding = Padding.Same)]
    [BatchNorm]
    [ReLU]
    [Conv2D(16, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Narrow;

    [Block]
    [Conv2D(32, 3, Padding = Padding.Same, Stride = 2)]
    [BatchNorm]
    [ReLU]
    [Conv2D(32, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Middle;

    [Block]
    [Conv2D(64, 3, Padding = Padding.Same, Stride = 2)]
    [BatchNorm]
    [ReLU]
    [Conv2D(64, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Wide;
}
