namespace BadNetworks.LW3002;

[Network]
[Input(4)]
[Dense(256, Init = Init.He)]
[Tanh]
[Dense(2)]
public partial class CartPolePolicy;    // no loss: a training loop of its own
