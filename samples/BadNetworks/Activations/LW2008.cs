namespace BadNetworks.LW2008;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[Softmax]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
