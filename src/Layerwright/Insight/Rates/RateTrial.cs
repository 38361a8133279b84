namespace Layerwright;

/// <summary>What a short training with one learning rate came to.</summary>
/// <param name="LearningRate">The rate.</param>
/// <param name="FirstLoss">The loss before the first update, the same for all rates.</param>
/// <param name="LastLoss">The loss after the last update, over the same rows; NaN where training diverged.</param>
/// <param name="Verdict">What that says of the rate.</param>
public sealed record RateTrial(float LearningRate, double FirstLoss, double LastLoss, RateVerdict Verdict)
{
    /// <summary>For example <c>rate 0.001: loss 2.31 to 0.42, Usable</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"rate {LearningRate:g3}: loss {FirstLoss:g4} to {LastLoss:g4}, {Verdict}");
}
