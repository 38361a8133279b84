namespace BadNetworks.LW2005;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[ReLU]
[SoftmaxCrossEntropy]
public partial class Digits;
