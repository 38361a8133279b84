namespace BadNetworks.LW3011;

[Network]
[Input(64)]
[Dense(64)]
[Repeat<Unit>(9)]
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class WithoutNormalization;

[Block]
[Residual<Inner>]
class Unit;

[Block]
[SELU]
[Dense(64)]
[SELU]
[Dense(64)]
class Inner;
