namespace BadNetworks.LW1012;

[Network]
[ImageInput(8, 8, 16)]
[Gate<Excite>]                  // 16 channels, 8 numbers
[Flatten]
[Dense(10)]
public partial class Gated;

[Block]
[GlobalAveragePool2D]
[Dense(8)]
[Sigmoid]
class Excite;
