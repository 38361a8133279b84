using System.Globalization;
using System.Text.Json;

namespace Layerwright;

/// <summary>What <see cref="JsonFields"/> reads, written.</summary>
internal static class JsonWriting
{
    /// <summary>A number with all its bits; what is not finite as text, since JSON has no number for it.</summary>
    public static void WriteDouble(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteDoubleValue(value);
    }

    /// <summary>Numbers with all their bits.</summary>
    public static void WriteDoubles(this Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            json.WriteDoubleValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteDoubleValue(this Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
