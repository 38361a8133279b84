namespace Layerwright;

/// <summary>How values are spread: counts in bins of equal width.</summary>
/// <param name="Low">Where the first bin begins.</param>
/// <param name="High">Where the last bin ends.</param>
/// <param name="Counts">Values in each bin; what lies outside counts in the first or the last.</param>
public sealed record Histogram(double Low, double High, IReadOnlyList<long> Counts)
{
    /// <summary>Values in all.</summary>
    public long Total => Counts.Sum();
}
