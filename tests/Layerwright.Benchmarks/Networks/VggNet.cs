#pragma warning disable LW4001 // Simonyan and Zisserman's networks have no normalisation

namespace Layerwright.Benchmarks;

/// <summary>Pairs of 3 × 3 convolutions between poolings, for colour images (Simonyan and Zisserman 2014): 1,116,970 parameters.</summary>
[Network]
[ImageInput(32, 32, 3)]
[Conv2D(32, 3, Padding = Padding.Same)]
[ReLU]
[Conv2D(32, 3, Padding = Padding.Same)]
[ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3, Padding = Padding.Same)]
[ReLU]
[Conv2D(64, 3, Padding = Padding.Same)]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(256)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class VggNet;
