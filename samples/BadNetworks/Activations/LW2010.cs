namespace BadNetworks.LW2010;

[Network]
[Input(13)]
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(1)]
[ReLU]
[MeanSquaredError]
public partial class Prices;
