namespace BadNetworks.LW5009;

[Network]
[Input(512)]
[Dense(64, Frozen = true)]
[BatchNorm(Frozen = true)]
[ReLU]
[Dense(10, Frozen = true)]
[SoftmaxCrossEntropy]
public partial class FineTuned;
