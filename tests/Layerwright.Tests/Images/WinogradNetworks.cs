namespace Layerwright.Tests.Images;

// Odd sizes, padding less and more than keeps the size, widths beside vectors; every convolution wins by minimal filtering, over tiles of four
// by four outputs and, to the second and back from the third, of two by two.
[Network(InputGradient = true)]
[ImageInput(7, 8, 16)]
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
[ImageInput(7, 8, 16)]
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
