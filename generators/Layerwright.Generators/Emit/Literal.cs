using System.Globalization;
using System.Text;

namespace Layerwright.Generators.Emit;

/// <summary>Values as C# source, in no culture's manner.</summary>
internal static class Literal
{
    public static string Int(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string List(IEnumerable<int> values) => string.Join(", ", values.Select(value => Int(value)));

    public static string Bool(bool value) => value ? "true" : "false";

    public static string Float(double value)
    {
        float number = (float)value;
        return number switch
        {
            0 => "0f",
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            _ => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        };
    }

    public static string Text(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = new StringBuilder("\"");
        foreach (char character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\u2028' or '\u2029' or '\u0085' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    /// <summary>A count for readers: 535,818.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
