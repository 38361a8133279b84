namespace BadNetworks.LW1003;

[Network]
[ImageInput(8, 8, 3)]
[MaxPool2D(2)]
[AveragePool2D(5)]              // 4×4 is left
[Flatten]
[Dense(10)]
public partial class Small;
