namespace BadNetworks.LW2006;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[Softmax]
[SoftmaxCrossEntropy]
public partial class Digits;
