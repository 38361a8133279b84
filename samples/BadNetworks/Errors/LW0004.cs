namespace BadNetworks.LW0004;

[Network]
[Dense(128)]
[Input(784)]
[Dense(10)]
public partial class Digits;
