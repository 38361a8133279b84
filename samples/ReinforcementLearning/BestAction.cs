using Layerwright;

namespace ReinforcementLearningSample;

/// <summary>Does what a policy holds most probable: for use, after the learning.</summary>
internal sealed class BestAction(Policy policy) : IPlayer
{
    private readonly Predictor<Policy> _predictor = policy.CreatePredictor();

    public int Act(ReadOnlySpan<float> state) => _predictor.Classify(state);
}
