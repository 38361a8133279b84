using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// What is measured of predictions besides the loss. A metric is immutable; each measurement has an accumulator of its own, so
/// that a value is taken over the rows of a whole data set and never is a mean of batches' means.
/// </summary>
/// <example>
/// <code>
/// // The share of rows whose first output is off by less than one; TargetKind is of Layerwright.Runtime.
/// public sealed record WithinOne : Metric
/// {
///     public override string Name =&gt; "Within one";
///
///     public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) =&gt; new Accumulator(outputLength);
///
///     private sealed class Accumulator(int outputLength) : MetricAccumulator
///     {
///         private int _rows, _near;
///
///         public override double Value =&gt; (double)_near / _rows;
///
///         public override void Reset() =&gt; (_rows, _near) = (0, 0);
///
///         public override void Add(ReadOnlySpan&lt;float&gt; predictions, ReadOnlySpan&lt;int&gt; labels, ReadOnlySpan&lt;float&gt; targets)
///         {
///             for (int i = 0; i &lt; predictions.Length; i += outputLength, _rows++)
///             {
///                 _near += Math.Abs(predictions[i] - targets[i]) &lt; 1 ? 1 : 0;
///             }
///         }
///     }
/// }
/// </code>
/// </example>
public abstract record Metric
{
    /// <summary>Its name in tables.</summary>
    public abstract string Name { get; }

    /// <summary>True where more is better: what early stopping looks at. Default: true.</summary>
    public virtual bool HigherIsBetter => true;

    /// <summary>Makes what adds up one measurement.</summary>
    /// <param name="outputLength">Outputs of one row; where a row is a sequence or an image, of one position, which counts as a row.</param>
    /// <param name="target">What the network's loss takes.</param>
    /// <exception cref="ArgumentException">The metric has no meaning for such targets.</exception>
    public abstract MetricAccumulator CreateAccumulator(int outputLength, TargetKind target);

    /// <summary>A value as text in tables. Default: four significant digits.</summary>
    /// <param name="value">A value of this metric.</param>
    public virtual string Format(double value) => FormattableString.Invariant($"{value:g4}");

    private protected static string Percentage(double value) => FormattableString.Invariant($"{100 * value:f2} %");

    private protected ArgumentException NotFor(TargetKind target) =>
        new($"{Name} cannot be measured: the network's loss takes {target switch
        {
            TargetKind.Labels => "labels",
            TargetKind.LabelsOrProbabilities => "labels or probabilities of classes",
            TargetKind.Values => "values",
            TargetKind.Probabilities => "probabilities",
            _ => "nothing",
        }}.");

    /// <summary>Its settings, the same in every culture.</summary>
    public sealed override string ToString() => RecordText.Write(GetType().Name, PrintMembers);
}
