namespace Layerwright.Tests.Insight.Runs;

#pragma warning disable LW4001 // networks without BatchNorm are healthy too, at this depth

/// <summary>Two hidden layers.</summary>
[Network]
[Input(28 * 28)]
[Dense(128)]
[ReLU]
[Dense(64)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class PlainMlp;

/// <summary>LeNet-5 as it was, with ReLU and max pooling.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(6, 5, Padding = Padding.Same)]
[ReLU]
[MaxPool2D(2)]
[Conv2D(16, 5)]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(120)]
[ReLU]
[Dense(84)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class LeNet;

#pragma warning restore LW4001

/// <summary>Two hidden layers, normalised.</summary>
[Network]
[Input(28 * 28)]
[Dense(128)]
[BatchNorm]
[ReLU]
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class NormalisedMlp;

/// <summary>Pairs of 3×3 convolutions between poolings, as in VGG.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(8, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(8, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SmallVgg;

/// <summary>Residual blocks of 8 and 16 channels.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(8, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Residual<Same>]
[ReLU]
[Residual<Half>(Projection = true)]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SmallResNet
{
    [Block]
    [Conv2D(8, 3, Padding = Padding.Same)]
    [BatchNorm]
    [ReLU]
    [Conv2D(8, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Same;

    [Block]
    [Conv2D(16, 3, Padding = Padding.Same, Stride = 2)]
    [BatchNorm]
    [ReLU]
    [Conv2D(16, 3, Padding = Padding.Same)]
    [BatchNorm]
    private sealed class Half;
}
