namespace BadNetworks.LW3006;

[Network]
[Input(16)]
[Dense(500, Init = Init.Normal, InitScale = 0.01)]
[ReLU]
[Dense(500, Init = Init.Normal, InitScale = 0.01)]
[ReLU]
[Dense(500, Init = Init.Normal, InitScale = 0.01)]
[ReLU]
[Dense(4)]
public partial class Walker;    // no loss: a training loop of its own
