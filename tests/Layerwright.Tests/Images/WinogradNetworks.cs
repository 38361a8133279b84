namespace Layerwright.Tests.Images;

// Odd sizes, padding less and more than keeps the size, widths beside vectors; every convolution wins by minimal filtering.
[Network(InputGradient = true)]
[ImageInput(10, 13, 16)]
[Conv2D(20, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(17, 3)]
[Tanh]
[Conv2D(33, 3, Pad = 2)]
[ReLU]
[Flatten]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class FilteredNet;

[Network(InputGradient = true, Winograd = false)]
[ImageInput(10, 13, 16)]
[Conv2D(20, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(17, 3)]
[Tanh]
[Conv2D(33, 3, Pad = 2)]
[ReLU]
[Flatten]
[Dense(3)]
[SoftmaxCrossEntropy]
public partial class DirectNet;
