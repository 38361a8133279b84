namespace BadNetworks.LW1002;

[Network]
[ImageInput(28, 28, 1)]
[Dense(10)]
public partial class Digits;
