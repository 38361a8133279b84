namespace Layerwright;

/// <summary>One of the ways in which <see cref="Dataset.Folds"/> divides rows: each row is validated on in one of them and trained on in the others.</summary>
/// <param name="Train">The rows to train on.</param>
/// <param name="Validation">The rows that are left out.</param>
public readonly record struct Fold(TrainingSet Train, Dataset Validation)
{
    /// <summary>For example <c>train: 900 rows of 13, 3 classes; validation: 100 rows of 13, 3 classes</c>.</summary>
    public override string ToString() => $"train: {Train}; validation: {Validation}";
}
