namespace Layerwright;

/// <summary>What ranges of real numbers share: an axis on which their numbers are equally likely.</summary>
public abstract record RealRange : SearchRange
{
    private protected RealRange(double low, double high)
    {
        Low = low;
        High = high;
    }

    /// <summary>The least value.</summary>
    public double Low { get; }

    /// <summary>The greatest value.</summary>
    public double High { get; }

    private double Start => OnAxis(Low);

    private double Length => OnAxis(High) - Start;

    internal sealed override object At(double place) => Math.Clamp(FromAxis(Start + place * Length), Low, High);

    internal sealed override SearchRange Around(object value, IReadOnlyList<object> good, double share)
    {
        double half = share * Length / 2;
        double start = Math.Clamp(OnAxis((double)value) - half, Start, Start + Length - 2 * half);
        return Between(Math.Clamp(FromAxis(start), Low, High), Math.Clamp(FromAxis(start + 2 * half), Low, High));
    }

    internal sealed override (string End, bool IsUpper)? BorderNear(object value)
    {
        double place = (OnAxis((double)value) - Start) / Length;
        return place < BorderShare ? (Text(Low), false) : place > 1 - BorderShare ? (Text(High), true) : null;
    }

    private protected abstract double OnAxis(double value);

    private protected abstract double FromAxis(double place);

    private protected abstract RealRange Between(double low, double high);
}
