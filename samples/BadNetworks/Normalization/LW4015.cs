namespace BadNetworks.LW4015;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[LayerNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
