namespace BadNetworks.LW1014;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Conv2D(32, 7, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
