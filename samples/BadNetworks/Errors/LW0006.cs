namespace BadNetworks.LW0006;

[Network]
[Input(784)]
[SoftmaxCrossEntropy]
[Dense(10)]
public partial class Digits;
