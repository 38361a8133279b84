namespace Layerwright;

/// <summary>Adds up one measurement of a <see cref="Metric"/>, batch by batch. It allocates nothing after it is made.</summary>
public abstract class MetricAccumulator
{
    /// <summary>The value over all rows since the last <see cref="Reset"/>; NaN before the first row.</summary>
    public abstract double Value { get; }

    /// <summary>Forgets all rows.</summary>
    public abstract void Reset();

    /// <summary>Adds the rows of a batch. Either labels or targets are empty.</summary>
    /// <param name="predictions">The network's predictions, with the loss's activation (probabilities), row after row.</param>
    /// <param name="labels">Each row's class.</param>
    /// <param name="targets">The rows' targets, as many as predictions.</param>
    public abstract void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets);
}
