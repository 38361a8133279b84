namespace BadNetworks.LW1010;

[Network]
[ImageInput(8, 8, 6)]
[GroupNorm(4)]                  // 6 channels in 4 groups?
[Flatten]
[Dense(10)]
public partial class Grouped;
