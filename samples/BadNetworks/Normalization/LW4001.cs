namespace BadNetworks.LW4001;

[Network]
[Input(784)]
[Dense(256)]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
