using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The harmonic mean of <see cref="Precision"/> and <see cref="Recall"/>: 2·hits / (predictions + rows of the class), 0 where there
/// are neither. The mean over classes is of their F1.
/// </summary>
/// <inheritdoc cref="Precision(int?)" path="/param"/>
public sealed record F1(int? Class = null) : ClassMetric(Class)
{
    private protected override string Stem => "F1";

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target)
    {
        Check(outputLength, target);
        return new ClassCounts(outputLength, target, Class, static (hits, predicted, actual) => 2.0 * hits / (predicted + actual));
    }
}
