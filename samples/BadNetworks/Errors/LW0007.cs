namespace BadNetworks.LW0007;

[Network]
[Input(784)]
[SoftmaxCrossEntropy]
public partial class Digits;
