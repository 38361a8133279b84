namespace BadNetworks.LW0009;

[Network]
[Input(784)]
[Dense(128, Name = "Head")]
[BatchNorm]
[ReLU]
[Dense(10, Name = "head")]
public partial class Digits;
