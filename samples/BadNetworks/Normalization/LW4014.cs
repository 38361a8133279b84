namespace BadNetworks.LW4014;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[BatchNorm]
[SoftmaxCrossEntropy]
public partial class Digits;
