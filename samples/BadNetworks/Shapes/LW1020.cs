namespace BadNetworks.LW1020;

[Network]
[Input(784)]
[Flatten]                           // 784 is a vector already
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
