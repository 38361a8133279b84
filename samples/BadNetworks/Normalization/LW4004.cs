namespace BadNetworks.LW4004;

[Network]
[Input(784)]
[Dense(256)]
[Dropout(0.2)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
