using Layerwright;

namespace ReinforcementLearningSample;

/// <summary>
/// The actor: what to do in a state. Its softmax gives each action's probability. Layer normalisation, not batch normalisation:
/// the states of an episode are much alike, and a state must give the same probabilities alone, in play, as among others, in training.
/// </summary>
[Network]
[Input(CartPole.StateLength)]
[Dense(64)]
[LayerNorm]
[Tanh]
[Dense(CartPole.Actions)]
[SoftmaxCrossEntropy]
public partial class Policy;
