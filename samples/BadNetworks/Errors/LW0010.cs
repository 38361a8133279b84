namespace BadNetworks.LW0010;

[Network]
[Input(64)]
[Residual<Settings>]            // brings no layers
[Dense(10)]
[SoftmaxCrossEntropy]
public partial class Digits;

class Settings;
