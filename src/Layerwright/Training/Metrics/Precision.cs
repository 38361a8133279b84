using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The share of what was taken for a class that is of it: hits / predictions, 0 where nothing was predicted. A row is taken for its
/// most probable class; yes-or-no outputs are yes above one half.
/// </summary>
/// <param name="Class">
/// The class or yes-or-no output. Default: null, the mean over the outputs, or over the classes that occur among labels or
/// predictions (macro, as scikit-learn's).
/// </param>
public sealed record Precision(int? Class = null) : ClassMetric(Class)
{
    private protected override string Stem => "Precision";

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target)
    {
        Check(outputLength, target);
        return new ClassCounts(outputLength, target, Class, static (hits, predicted, actual) => (double)hits / predicted);
    }
}
