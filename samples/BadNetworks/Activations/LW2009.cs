namespace BadNetworks.LW2009;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dense(10)]
[Softmax]
[MeanSquaredError]
public partial class Digits;
