namespace BadNetworks.LW2001;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[Sigmoid]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
