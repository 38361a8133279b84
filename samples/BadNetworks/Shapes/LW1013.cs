namespace BadNetworks.LW1013;

[Network]
[Input(64)]
[Dense(1568)]
[BatchNorm]
[ReLU]
[Reshape(7, 7, 32)]
[ConvTranspose2D(1, 3, Stride = 2, Pad = 1, OutputPadding = 1)]
[MeanSquaredError]
public partial class Painter;
