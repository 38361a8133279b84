using System.Text.Json;

namespace Layerwright.Tests.Oracles;

/// <summary>A tensor of an oracle case: row by row.</summary>
internal sealed record OracleTensor(int[] Shape, double[] Data)
{
    public float[] Floats => [.. Data.Select(value => (float)value)];

    public int[] Integers => [.. Data.Select(value => (int)value)];

    public OracleTensor Times(double factor) => this with { Data = [.. Data.Select(value => factor * value)] };

    /// <summary>PyTorch's images and sequences [rows, channels, …] as [rows, …, channels]; anything else as it is.</summary>
    public OracleTensor ChannelsLast()
    {
        if (Shape.Length < 3)
        {
            return this;
        }

        int channels = Shape[1], positions = Shape[2..].Aggregate((product, size) => product * size);
        double[] data = new double[Data.Length];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = Data[(i / (channels * positions) * channels * positions) + (i % channels * positions) + (i / channels % positions)];
        }

        return new([Shape[0], .. Shape[2..], channels], data);
    }

    public static OracleTensor Parse(JsonElement element) => new(
        [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
        [.. element.GetProperty("data").EnumerateArray().Select(value => value.GetDouble())]);

    public static IReadOnlyDictionary<string, OracleTensor> ParseAll(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => OracleCase.Key(property.Name), property => Parse(property.Value), StringComparer.Ordinal);
}
