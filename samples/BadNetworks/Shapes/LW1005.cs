namespace BadNetworks.LW1005;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(32, 2, Stride = 3)]         // two rows read, one skipped
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
