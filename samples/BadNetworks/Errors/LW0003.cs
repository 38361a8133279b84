namespace BadNetworks.LW0003;

[Network]
[Dense(128)]
[ReLU]
[Dense(10)]
public partial class Digits;
