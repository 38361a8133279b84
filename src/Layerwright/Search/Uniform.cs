namespace Layerwright;

/// <summary>Every number from a least to a greatest is equally likely: a dropout rate, a momentum.</summary>
public sealed record Uniform : RealRange
{
    /// <summary>The range of numbers.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, above it.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not finite, or not in this order.</exception>
    public Uniform(double low, double high)
        : base(low, high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high - low) || high <= low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The greatest value must be a number above the least, {low}."));
        }
    }

    private protected override double OnAxis(double value) => value;

    private protected override double FromAxis(double place) => place;

    private protected override RealRange Between(double low, double high) => new Uniform(low, high);
}
