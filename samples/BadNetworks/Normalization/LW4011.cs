namespace BadNetworks.LW4011;

[Network]
[Input(13)]
[Dense(64)]
[BatchNorm(Epsilon = 0.1)]
[ReLU]
[Dense(1)]
[MeanSquaredError]
public partial class Prices;
