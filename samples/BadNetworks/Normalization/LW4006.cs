namespace BadNetworks.LW4006;

[Network]
[ImageInput(28, 28, 1)]
[Conv2D(16, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[Dropout(0.2)]
[MaxPool2D(2)]
[Flatten]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
