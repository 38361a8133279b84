namespace BadNetworks.LW1008;

[Network]
[ImageInput(32, 32, 3)]
[Conv2D(32, 3, Pad = 3)]
[BatchNorm]
[ReLU]
[GlobalAveragePool2D]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Photos;
