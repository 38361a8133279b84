namespace BadNetworks.LW1024;

[Network]
[ImageInput(8, 8, 3)]
[MaxPool2D(2, Pad = 2)]
[Flatten]
[Dense(10)]
public partial class Padded;
