namespace BadNetworks.LW4013;

[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Dropout(0.2)]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
