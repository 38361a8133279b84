namespace BadNetworks.LW4002;

[Network]
[Input(784)]
[Dense(256)]
[ReLU]
[BatchNorm]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
