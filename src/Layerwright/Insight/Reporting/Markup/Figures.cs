using System.Globalization;

namespace Layerwright.Reporting;

/// <summary>Figures as a person reads them, the same in every culture.</summary>
internal static class Figures
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Three significant digits: <c>0.0123</c>, <c>1,230</c>, <c>1.23·10⁻⁷</c>; a dash for NaN.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }

        double size = Math.Abs(value);
        if (size == 0)
        {
            return "0";
        }

        int exponent = (int)Math.Floor(Math.Log10(size));
        if (exponent is >= 6 or < -3)
        {
            double mantissa = value / Math.Pow(10, exponent);
            return Math.Abs(mantissa - 1) < 0.005 ? PowerOfTen(exponent) : $"{Signed(mantissa.ToString("0.##", CultureInfo.InvariantCulture))}·{PowerOfTen(exponent)}";
        }

        int decimals = Math.Clamp(2 - exponent, 0, 6);
        return Signed(value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture));
    }

    public static string Short(double? value) => value is { } known ? Short(known) : "–";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of one in per cent with one decimal: <c>91.3 %</c>.</summary>
    public static string Percent(double? share) =>
        share is { } known && double.IsFinite(known) ? (100 * known).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>Ten to a whole power: <c>0.01</c>, <c>1,000</c>, <c>10⁻⁴</c>.</summary>
    public static string PowerOfTen(int exponent)
    {
        if (exponent is >= -2 and <= 3)
        {
            return Math.Pow(10, exponent).ToString("#,0.##", CultureInfo.InvariantCulture);
        }

        string digits = string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
        return "10" + (exponent < 0 ? "⁻" : string.Empty) + digits;
    }

    private static string Signed(string text) => text.Replace('-', '−');
}
