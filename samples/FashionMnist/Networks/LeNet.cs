using Layerwright;

namespace FashionMnistSample;

/// <summary>LeNet-5 (LeCun et al. 1998) as it is trained today: batch normalisation, ReLU, max pooling.</summary>
[Network]
[ImageInput(28, 28, 1)]
[Conv2D(6, 5, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(16, 5)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(120)]
[BatchNorm]
[ReLU]
[Dense(84)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class LeNet;
