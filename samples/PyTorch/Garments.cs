using Layerwright;

namespace PyTorchSample;

/// <summary>The network of garments.py. A key is the name that PyTorch gives a layer's weights.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(8, 3, Padding = Padding.Same, Key = "features.0")]
[BatchNorm(Key = "features.1")]
[ReLU]
[MaxPool2D(2)]
[Conv2D(16, 3, Key = "features.4")]
[BatchNorm(Key = "features.5")]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(10, Key = "head")]
[SoftmaxCrossEntropy]
public partial class Garments;
