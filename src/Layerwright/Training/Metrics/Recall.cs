using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The share of a class's rows that were found: hits / rows of the class, 0 where there are none. A row is taken for its most
/// probable class; yes-or-no outputs are yes above one half.
/// </summary>
/// <inheritdoc cref="Precision(int?)" path="/param"/>
public sealed record Recall(int? Class = null) : ClassMetric(Class)
{
    private protected override string Stem => "Recall";

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target)
    {
        Check(outputLength, target);
        return new ClassCounts(outputLength, target, Class, static (hits, predicted, actual) => (double)hits / actual);
    }
}
