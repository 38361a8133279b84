namespace BadNetworks.LW4005;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[Dropout(0.2)]
[SoftmaxCrossEntropy]
public partial class Digits;
