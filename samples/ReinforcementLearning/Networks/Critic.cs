using Layerwright;

namespace ReinforcementLearningSample;

/// <summary>The critic: how much reward is still to come from a state, each step's counted 1 % less than the one before it.</summary>
[Network]
[Input(CartPole.StateLength)]
[Dense(64)]
[LayerNorm]
[Tanh]
[Dense(1)]
[MeanSquaredError]
public partial class Critic;
