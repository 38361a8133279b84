using Layerwright.Runtime;

namespace Layerwright;

/// <summary>How values are spread: counts in bins of equal width.</summary>
/// <param name="Low">Where the first bin begins.</param>
/// <param name="High">Where the last bin ends.</param>
/// <param name="Counts">Values in each bin; what lies outside counts in the first or the last.</param>
public sealed record Histogram(double Low, double High, IReadOnlyList<long> Counts)
{
    /// <summary>Values in each bin.</summary>
    public IReadOnlyList<long> Counts
    {
        get;
        init => field = ValueList<long>.Of(value);
    } = ValueList<long>.Of(Counts);

    /// <summary>Values in all.</summary>
    public long Total => Counts.Sum();

    /// <summary>For example <c>4096 values from -3 to 3 in 40 bins</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Total} values from {Low:g4} to {High:g4} in {Counts.Count} bins");
}
