namespace Layerwright;

/// <summary>
/// Data to train on: what <see cref="Dataset.Split"/> and <see cref="Dataset.AsTrainingSet"/> give, and the only data that a
/// <see cref="Normalizer"/> is fitted on, so that no statistics of validation or test rows leak into training.
/// </summary>
public sealed class TrainingSet : Dataset
{
    internal TrainingSet(Dataset source, int[]? rows)
        : base(source, rows)
    {
    }
}
