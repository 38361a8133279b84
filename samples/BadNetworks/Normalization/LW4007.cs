namespace BadNetworks.LW4007;

[Network]
[Input(784)]
[Dense(256)]
[BatchNorm]
[ReLU]
[Dropout(0.8)]    // perhaps the share to keep was meant
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;
