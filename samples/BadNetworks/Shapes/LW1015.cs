namespace BadNetworks.LW1015;

[Network]
[Input(784)]
[Dense(256)]
[Dense(128)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
