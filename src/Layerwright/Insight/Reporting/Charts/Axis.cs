using System.Globalization;

namespace Layerwright.Reporting;

/// <summary>A range of values, linear or logarithmic, and its ticks.</summary>
internal sealed record Axis(double Low, double High, bool IsLogarithmic, IReadOnlyList<Tick> Ticks)
{
    private const int MostTicks = 6;

    /// <summary>What is larger has no place: the axis' own ends and steps must stay finite.</summary>
    private const int LargestDecade = 300;

    /// <summary>0.003 in single precision is a little more: no reason for a step more.</summary>
    private const double Rounding = 1e-5;

    private static readonly double s_largest = Math.Pow(10, LargestDecade);

    /// <summary>Where a value lies, from 0 to 1 on the axis; NaN where it has no place.</summary>
    public double Place(double value)
    {
        double place = IsLogarithmic
            ? Math.Log10(value / Low) / Math.Log10(High / Low)
            : (value - Low) / (High - Low);
        return double.IsFinite(place) && Math.Abs(value) <= s_largest ? place : double.NaN;
    }

    /// <summary>A linear axis that holds all finite values and ends at ticks.</summary>
    /// <param name="values">What it shall hold.</param>
    /// <param name="text">How a tick is written, given the value and the step between ticks; null for as many decimals as the step has.</param>
    public static Axis Linear(IEnumerable<double> values, Func<double, double, string>? text = null)
    {
        var (low, high) = Range(values.Where(value => Math.Abs(value) <= s_largest));
        if (low == high)
        {
            double margin = low == 0 ? 1 : Math.Abs(low) / 2;
            (low, high) = (low - margin, high + margin);
        }

        double step = Step((high - low) / (MostTicks - 1));
        double first = Math.Floor((low / step) + Rounding), last = Math.Ceiling((high / step) - Rounding);
        return new(first * step, last * step, false, TicksOf(first, last, step, text ?? Decimal));
    }

    /// <summary>A linear axis from a first to a last whole number, with ticks at whole numbers between.</summary>
    public static Axis Whole(double low, double high)
    {
        if (!(high > low))
        {
            high = low + 1;
        }

        double step = Math.Max(1, Step((high - low) / 5));
        return new(low, high, false, TicksOf(Math.Ceiling(low / step), Math.Floor(high / step), step, Decimal));
    }

    /// <summary>A logarithmic axis of whole decades that holds all positive finite values.</summary>
    public static Axis Logarithmic(IEnumerable<double> values)
    {
        var (low, high) = Range(values.Where(value => value > 0 && value <= s_largest).Select(value => Math.Max(Math.Log10(value), -LargestDecade)));
        int first = (int)Math.Floor(low + Rounding), last = Math.Max((int)Math.Ceiling(high - Rounding), first + 1);
        int stride = (last - first + MostTicks - 1) / MostTicks;
        Tick[] ticks = [.. Enumerable.Range(first, last - first + 1)
            .Where(exponent => (exponent - first) % stride == 0)
            .Select(exponent => new Tick(Math.Pow(10, exponent), Figures.PowerOfTen(exponent)))];
        return new(Math.Pow(10, first), Math.Pow(10, last), true, ticks);
    }

    /// <summary>Logarithmic where values are positive and span more than a decade and a half, so that small ones stay readable; else linear.</summary>
    public static Axis Fitting(IReadOnlyCollection<double> values)
    {
        var (low, high) = Range(values.Where(value => Math.Abs(value) <= s_largest));
        return low > 0 && high > 30 * low ? Logarithmic(values) : Linear(low >= 0 ? [0, .. values] : values);
    }

    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return low <= high ? (low, high) : (0, 1);
    }

    /// <summary>The least of 1, 2, 5 times a power of ten that is not below.</summary>
    private static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double factor = least / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }

    private static Tick[] TicksOf(double first, double last, double step, Func<double, double, string> text)
    {
        int count = Math.Max(0, (int)(last - first) + 1);
        return [.. Enumerable.Range(0, count).Select(i => new Tick((first + i) * step, text((first + i) * step, step)))];
    }

    private static string Decimal(double value, double step)
    {
        if (Math.Abs(value) < step / 2)
        {
            return "0";
        }

        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        return decimals > 4 || Math.Abs(value) >= 1e6
            ? Figures.Short(value)
            : value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
