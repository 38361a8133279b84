namespace BadNetworks.LW3008;

[Network]
[Input(4)]
[Dense(256, BiasInit = 0.1)]
[ReLU]
[Dense(2)]
public partial class CartPolePolicy;    // no loss: a training loop of its own
