namespace BadNetworks.LW0004;

[Network]
[Dense(10)]
[Input(784)]
public partial class Digits;
