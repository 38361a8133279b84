namespace Layerwright;

/// <summary>A row that was taken for another class than its own.</summary>
/// <param name="Row">Its number in the data set.</param>
/// <param name="Label">Its class.</param>
/// <param name="Predicted">The class it was taken for.</param>
public sealed record Mistake(int Row, int Label, int Predicted)
{
    /// <summary>The probability that the network gave <see cref="Predicted"/>; null where its outputs are no probabilities.</summary>
    public double? Probability { get; init; }

    /// <summary>The probability that it gave <see cref="Label"/>; null where its outputs are no probabilities.</summary>
    public double? LabelProbability { get; init; }

    /// <summary>The shape of the row as an image; null for other rows.</summary>
    public ImageShape? Shape { get; init; }

    /// <summary>The row's features; empty where they are not to be shown.</summary>
    public ReadOnlyMemory<float> Input { get; init; }

    /// <summary>
    /// The rows that a network is most wrong about: those whose own class got least of the output, against the class that got most.
    /// </summary>
    /// <param name="predictor">The network.</param>
    /// <param name="data">Rows with one label each; ignored ones do not count.</param>
    /// <param name="count">How many at most. Default: 24.</param>
    /// <returns>The mistakes, worst first; rows that are equally bad in their order. Their inputs are copies.</returns>
    /// <exception cref="ArgumentException">
    /// The rows have targets or several labels each, are of another length than the network's, or the network has not an output for
    /// each class (one for two classes).
    /// </exception>
    public static IReadOnlyList<Mistake> Worst(IPredictor predictor, Dataset data, int count = 24)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Reporting.WorstRows.Find(predictor, data, count);
    }

    /// <summary>For example <c>row 17: class 3 taken for 5 (0.98)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"row {Row}: class {Label} taken for {Predicted}{(Probability is { } sure ? FormattableString.Invariant($" ({sure:g2})") : "")}");

    /// <summary>Equal rows, classes and probabilities, and equal features.</summary>
    /// <param name="other">Another mistake.</param>
    public bool Equals(Mistake? other) =>
        other is not null && Key == other.Key && Input.Span.SequenceEqual(other.Input.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    private (int Row, int Label, int Predicted, double? Probability, double? LabelProbability, ImageShape? Shape) Key =>
        (Row, Label, Predicted, Probability, LabelProbability, Shape);
}
