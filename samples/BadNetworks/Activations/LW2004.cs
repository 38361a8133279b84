namespace BadNetworks.LW2004;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Tanh]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
