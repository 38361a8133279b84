namespace BadNetworks.LW4016;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[AlphaDropout(0.1)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
