using System.Text.Json;

namespace Layerwright.Tests.Oracles;

/// <summary>A tensor of an oracle case: row by row.</summary>
internal sealed record OracleTensor(int[] Shape, double[] Data)
{
    public float[] Floats => [.. Data.Select(value => (float)value)];

    public int[] Integers => [.. Data.Select(value => (int)value)];

    public OracleTensor Times(double factor) => this with { Data = [.. Data.Select(value => factor * value)] };

    public static OracleTensor Parse(JsonElement element) => new(
        [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
        [.. element.GetProperty("data").EnumerateArray().Select(value => value.GetDouble())]);

    public static IReadOnlyDictionary<string, OracleTensor> ParseAll(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => OracleCase.Key(property.Name), property => Parse(property.Value), StringComparer.Ordinal);
}
