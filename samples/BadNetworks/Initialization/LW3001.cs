namespace BadNetworks.LW3001;

[Network]
[Input(4)]
[Dense(256, Init = Init.Xavier)]
[ReLU]
[Dense(2)]
public partial class CartPolePolicy;    // no loss: a training loop of its own
