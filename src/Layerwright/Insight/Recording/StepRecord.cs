namespace Layerwright;

/// <summary>One update of a fit on the curves: its own loss, or the mean of the updates since the last record.</summary>
/// <param name="Step">Updates made before it.</param>
/// <param name="Loss">The loss, penalties included.</param>
/// <param name="LearningRate">The learning rate.</param>
public readonly record struct StepRecord(long Step, double Loss, float LearningRate);
