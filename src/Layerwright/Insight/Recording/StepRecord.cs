namespace Layerwright;

/// <summary>One update of a fit on the curves: its own loss, or the mean of the updates since the last record.</summary>
/// <param name="Step">Updates made before it.</param>
/// <param name="Loss">The loss, penalties included.</param>
/// <param name="LearningRate">The learning rate.</param>
public readonly record struct StepRecord(long Step, double Loss, float LearningRate)
{
    /// <summary>For example <c>step 32: loss 0.412 at rate 0.001</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"step {Step}: loss {Loss:g4} at rate {LearningRate:g4}");
}
