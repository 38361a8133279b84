namespace BadNetworks.LW4008;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dropout(0.2)]
[Dropout(0.3)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
