namespace Layerwright;

/// <summary>Every whole number from a least to a greatest is equally likely.</summary>
public sealed record IntRange : SearchRange
{
    /// <summary>The range of whole numbers.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, which may be taken too.</param>
    /// <exception cref="ArgumentOutOfRangeException">The greatest is below the least.</exception>
    public IntRange(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        Low = low;
        High = high;
    }

    /// <summary>The least value.</summary>
    public int Low { get; }

    /// <summary>The greatest value, which may be taken too.</summary>
    public int High { get; }

    private double Count => (double)High - Low + 1;

    internal override object At(double place) => (int)Math.Min(High, Low + Math.Floor(place * Count));

    internal override SearchRange Around(object value, IReadOnlyList<object> good, double share)
    {
        double half = Math.Max(0, share * Count - 1) / 2;
        return new IntRange((int)Math.Max(Low, Math.Round((int)value - half)), (int)Math.Min(High, Math.Round((int)value + half)));
    }

    internal override (string End, bool IsUpper)? BorderNear(object value)
    {
        // With two values each is an end, and nothing follows from it.
        double near = BorderShare * (Count - 1);
        return Count <= 2 ? null
            : (int)value - Low <= near ? (Text(Low), false)
            : High - (int)value <= near ? (Text(High), true)
            : null;
    }
}
