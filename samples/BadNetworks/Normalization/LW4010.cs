namespace BadNetworks.LW4010;

[Network]
[Input(13)]
[Dense(64)]
[BatchNorm]
[ReLU]
[Dense(1)]
[LayerNorm]
[MeanSquaredError]
public partial class Prices;
