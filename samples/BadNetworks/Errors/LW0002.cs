namespace BadNetworks.LW0002;

[Network]
[Input(784)]
[Dense(10)]
public partial record Digits;
