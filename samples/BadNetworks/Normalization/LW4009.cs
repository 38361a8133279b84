namespace BadNetworks.LW4009;

[Network]
[Input(64)]
[Dense(256)]
[SELU]
[Dropout(0.1)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SelfNormalizingNet;
