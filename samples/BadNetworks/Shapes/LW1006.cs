namespace BadNetworks.LW1006;

[Network]
[ImageInput(14, 14, 3)]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]
[Conv2D(64, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(2)]                      // 7×7 comes to it
[Conv2D(128, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
