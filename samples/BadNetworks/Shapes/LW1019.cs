namespace BadNetworks.LW1019;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(64, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
