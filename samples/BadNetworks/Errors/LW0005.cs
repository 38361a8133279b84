namespace BadNetworks.LW0005;

[Network]
[Input(784)]
[Dense(128)]
[ReLU]
public partial class Digits;

[Dense(10)]                     // first or last?
public partial class Digits;
