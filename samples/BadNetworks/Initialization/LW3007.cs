namespace BadNetworks.LW3007;

[Network]
[Input(500)]
[Dense(500, Init = Init.Normal)]    // deviation 1
[Tanh]
[Dense(10)]
public partial class Critic;    // no loss: a training loop of its own
