namespace BadNetworks.LW1011;

[Network]
[Input(64)]
[Residual<Wide>]                // 64 + 128?
[Dense(10)]
public partial class Digits;

[Block]
[Dense(128)]
[BatchNorm]
class Wide;
