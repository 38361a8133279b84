namespace BadNetworks.LW2015;

[Network]
[Input(784)]
[Dense(128)]
[BatchNorm]
[ReLU]
[Residual<Inner>]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

[Block]
[Dense(128)]
[BatchNorm]
[ReLU]
[Dense(128)]
[BatchNorm]
[ReLU]
class Inner;
