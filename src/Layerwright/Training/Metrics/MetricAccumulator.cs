namespace Layerwright;

/// <summary>
/// Adds up one measurement of a <see cref="Metric"/>, batch by batch. It allocates nothing after <see cref="Reserve"/>. Where outputs
/// are sequences or images, each position is a row here.
/// </summary>
public abstract class MetricAccumulator
{
    /// <summary>The value over all rows since the last <see cref="Reset"/>; NaN before the first row.</summary>
    public abstract double Value { get; }

    /// <summary>Forgets all rows.</summary>
    public abstract void Reset();

    /// <summary>Told once, before the first row, how many rows may come: what must keep rows takes its memory here.</summary>
    /// <param name="rows">The most rows of a measurement.</param>
    public virtual void Reserve(int rows)
    {
    }

    /// <summary>Adds the rows of a batch. Rows of a label that the loss ignores are not among them.</summary>
    /// <param name="predictions">The network's predictions, with the loss's activation (probabilities), row after row.</param>
    /// <param name="labels">
    /// Each row's class where outputs are classes; where targets are probabilities of classes the most probable one. Else empty.
    /// </param>
    /// <param name="targets">The rows' targets, as many as predictions; empty where rows have labels.</param>
    public abstract void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets);
}
