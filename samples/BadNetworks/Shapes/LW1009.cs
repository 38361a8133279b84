namespace BadNetworks.LW1009;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(32, 4, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
