namespace Layerwright.Analyzers.Signals;

/// <summary>Mean and variance of the numbers that leave a layer, over rows and units.</summary>
internal readonly record struct Moments(double Mean, double Variance)
{
    /// <summary>What an input is taken to be: normalised.</summary>
    public static Moments Standard { get; } = new(0, 1);

    public double Deviation => Math.Sqrt(Variance);

    /// <summary>The mean of the squares: what the next weights multiply.</summary>
    public double Square => (Mean * Mean) + Variance;
}
