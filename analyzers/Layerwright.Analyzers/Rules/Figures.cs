using System.Globalization;
using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Rules;

/// <summary>Numbers as messages have them.</summary>
internal static class Figures
{
    /// <summary>A whole number, with commas between its thousands.</summary>
    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Two significant digits, whole numbers in full.</summary>
    public static string Text(double value) => Math.Abs(value) is >= 10 and < 1e5 || value == Math.Round(value)
        ? Math.Abs(value) < 1e5 ? value.ToString("#,0", CultureInfo.InvariantCulture) : Rounded(value, "G2")
        : Rounded(value, "G2");

    /// <summary>Three significant digits, as C# writes them: what was worked out has no more that say anything.</summary>
    public static string Rounded(double value) => Rounded(value, "G3");

    private static string Rounded(double value, string digits) =>
        LayerIssues.Text(double.Parse(value.ToString(digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A number that a person wrote, in full.</summary>
    public static string Exact(double value) => ((float)value).ToString("G7", CultureInfo.InvariantCulture);
}
