namespace BadNetworks.LW5012;

[Network]
[Input(512)]
[Dense(64, Frozen = true)]
[BatchNorm]
[ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class FineTuned;
