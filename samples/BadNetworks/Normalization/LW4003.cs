namespace BadNetworks.LW4003;

[Network]
[Input(784)]
[Dense(256, UseBias = true)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
