namespace BadNetworks.LW3005;

[Network]
[Input(784)]
[Dense(256, Init = Init.Zeros)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
