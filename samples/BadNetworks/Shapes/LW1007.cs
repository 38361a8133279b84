namespace BadNetworks.LW1007;

[Network]
[ImageInput(16, 16, 3)]
[Conv2D(32, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(4)]
[Conv2D(64, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[MaxPool2D(4)]                      // one pixel is left
[Conv2D(128, 3, Padding = Padding.Same)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
