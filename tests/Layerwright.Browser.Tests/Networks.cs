namespace Layerwright.Browser.Tests;

/// <summary>Small enough to be trained in a test, with every kind of layer that a report draws differently.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(6, 5, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Residual<Branch>]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(32)]
[BatchNorm]
[Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class ImageNet;

/// <summary>A block, so that layers have long names.</summary>
[Block]
[Conv2D(6, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(6, 3, Padding = Padding.Same)]
[BatchNorm]
public partial class Branch;
