#pragma warning disable LW4001 // LeCun's network has no normalisation

namespace Layerwright.Benchmarks;

/// <summary>LeNet-5 as it is trained today, with ReLU and max pooling (LeCun et al. 1998).</summary>
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
