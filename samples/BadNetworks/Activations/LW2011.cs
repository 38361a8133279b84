namespace BadNetworks.LW2011;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[LeakyReLU(0)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
