namespace BadNetworks.LW2002;

[Network]
[Input(17)]
[Dense(64)]
[Tanh]
[Dense(64)]
[Tanh]
[Dense(64)]
[Tanh]
[Dense(6)]
public partial class Policy; // trained by a loop of its own
