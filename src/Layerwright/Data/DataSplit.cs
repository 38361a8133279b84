namespace Layerwright;

/// <summary>The two parts that <see cref="Dataset.Split"/> gives: <c>var (train, validation) = data.Split(0.9, seed: 1);</c></summary>
/// <param name="Train">The part to train on.</param>
/// <param name="Rest">The other rows, to validate or test on.</param>
public readonly record struct DataSplit(TrainingSet Train, Dataset Rest)
{
    /// <summary>For example <c>train: 54000 rows of 28×28×1, 10 classes; rest: 6000 rows of 28×28×1, 10 classes</c>.</summary>
    public override string ToString() => $"train: {Train}; rest: {Rest}";
}
