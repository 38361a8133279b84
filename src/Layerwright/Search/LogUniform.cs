namespace Layerwright;

/// <summary>
/// Every order of magnitude is equally likely: for what acts by its factor, such as learning rates and penalties (Bergstra and Bengio 2012).
/// </summary>
public sealed record LogUniform : RealRange
{
    /// <summary>The range of numbers.</summary>
    /// <param name="low">The least value, above 0.</param>
    /// <param name="high">The greatest value, above it.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not finite, not above 0, or not in this order.</exception>
    public LogUniform(double low, double high)
        : base(low, high)
    {
        if (!double.IsFinite(low) || low <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(low), low, "The least value must be above 0.");
        }

        if (!double.IsFinite(high) || high <= low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"The greatest value must be a number above the least, {low}."));
        }
    }

    private protected override double OnAxis(double value) => Math.Log(value);

    private protected override double FromAxis(double place) => Math.Exp(place);

    private protected override RealRange Between(double low, double high) => new LogUniform(low, high);
}
