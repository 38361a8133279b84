namespace BadNetworks.LW0008;

[Network]
[Input(784)]
[Dense(0)]                      // no units
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
