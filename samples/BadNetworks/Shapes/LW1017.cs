namespace BadNetworks.LW1017;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(4)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
