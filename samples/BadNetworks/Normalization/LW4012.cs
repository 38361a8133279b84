namespace BadNetworks.LW4012;

[Network]
[Input(13)]
[Dense(64)]
[BatchNorm(Momentum = 0.9)]    // as Keras means it
[ReLU]
[Dense(1)]
[MeanSquaredError]
public partial class Prices;
