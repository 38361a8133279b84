namespace BadNetworks.LW3004;

[Network]
[Input(64)]
[Dense(256, Init = Init.He)]
[SELU]
[Dense(256)]
[SELU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class SelfNormalizing;
