using System.Text.Json;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>Some steps of training as PyTorch took them, with one optimizer in one mode.</summary>
/// <param name="Name">Optimizer and mode.</param>
/// <param name="Mode">What is done besides decaying weights: clipping, accumulation, a cycle.</param>
/// <param name="Settings">The optimizer; it decays weights alone.</param>
/// <param name="Losses">The loss of each batch, penalties included.</param>
/// <param name="Parameters">After each update.</param>
internal sealed record TrajectoryCase(
    string Name, string Mode, OptimizerSpec Settings, double[] Losses, IReadOnlyDictionary<string, OracleTensor>[] Parameters)
{
    private static readonly Lazy<TrajectoryCase[]> s_cases = new(ReadCases);

    /// <summary>Rows of a batch.</summary>
    public static int Rows { get; private set; }

    /// <summary>Every case starts from these.</summary>
    public static IReadOnlyDictionary<string, OracleTensor> Start { get; private set; } = new Dictionary<string, OracleTensor>();

    /// <summary>The batches, in order.</summary>
    public static (float[] Inputs, int[] Labels)[] Batches { get; private set; } = [];

    public static TrajectoryCase[] All => s_cases.Value;

    private static TrajectoryCase[] ReadCases()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "Training", "trajectories.json")));
        var root = document.RootElement;
        Rows = root.GetProperty("rows").GetInt32();
        Start = OracleTensor.ParseAll(root.GetProperty("params"));
        Batches =
        [
            .. root.GetProperty("inputs").EnumerateArray().Zip(
                root.GetProperty("labels").EnumerateArray(),
                (inputs, labels) => (OracleTensor.Parse(inputs).Floats, labels.EnumerateArray().Select(label => label.GetInt32()).ToArray())),
        ];
        return [.. root.GetProperty("cases").EnumerateArray().Select(Parse)];
    }

    private static TrajectoryCase Parse(JsonElement element)
    {
        string mode = element.GetProperty("mode").GetString()!;
        return new(
            $"{element.GetProperty("name").GetString()} {mode}",
            mode,
            OracleSettings.Parse(element.GetProperty("optimizer")),
            [.. element.GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())],
            [.. element.GetProperty("params_after").EnumerateArray().Select(OracleTensor.ParseAll)]);
    }
}
