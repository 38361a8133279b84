using System.Text.Json;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Oracles;

/// <summary>What PyTorch computed for one network: outputs, loss, gradients, optimizer steps. Keys are the network's own.</summary>
internal sealed class OracleCase
{
    private OracleCase(JsonElement root)
    {
        Name = root.GetProperty("name").GetString()!;
        IsTraining = root.GetProperty("train").GetBoolean();
        Architecture = [.. root.GetProperty("arch").EnumerateArray().Select(layer => layer.Clone())];
        LossName = root.GetProperty("loss").GetProperty("name").GetString()!;
        Parameters = OracleTensor.ParseAll(root.GetProperty("params"));
        BuffersBefore = Buffers(root.GetProperty("buffers_before"));
        BuffersAfter = Buffers(root.GetProperty("buffers_after"));
        IsChannelsFirst = root.TryGetProperty("layout", out var layout) && layout.GetString() == "channels_first";
        Input = Turned(OracleTensor.Parse(root.GetProperty("inputs").GetProperty("x")));
        var target = OracleTensor.Parse(root.GetProperty("target"));
        bool hasLabels = root.GetProperty("target").TryGetProperty("dtype", out _);
        LossArguments = root.GetProperty("loss").GetProperty("args").Clone();
        Targets = (hasLabels ? TargetData.Of(target.Integers) : TargetData.Of(target.ChannelsLast().Floats)) with { ClassWeights = Floats("weight") };
        SampleWeights = Floats("sample_weights") ?? [];
        Output = OracleTensor.Parse(root.GetProperty("output")).ChannelsLast();

        // PyTorch divides its multi_margin by the classes, CS231n and [MulticlassHinge] do not.
        double scale = LossName == "multi_margin" ? Output.Shape[^1] : 1;
        Loss = scale * root.GetProperty("loss_value").GetDouble();
        Gradients = OracleTensor.ParseAll(root.GetProperty("grads")).ToDictionary(pair => pair.Key, pair => pair.Value.Times(scale));
        InputGradient = Turned(OracleTensor.Parse(root.GetProperty("input_grad"))).Times(scale);
        Optimizers =
        [
            .. root.GetProperty("optimizers").EnumerateObject().Select(OracleOptimizer.Parse)
                .Select(optimizer => optimizer.WithLossTimes(scale)),
        ];
    }

    public string Name { get; }

    /// <summary>False: outputs and loss in evaluation mode are what counts.</summary>
    public bool IsTraining { get; }

    public IReadOnlyList<JsonElement> Architecture { get; }

    public string LossName { get; }

    public IReadOnlyDictionary<string, OracleTensor> Parameters { get; }

    public IReadOnlyDictionary<string, OracleTensor> BuffersBefore { get; }

    public IReadOnlyDictionary<string, OracleTensor> BuffersAfter { get; }

    /// <summary>The network takes its images channels first.</summary>
    public bool IsChannelsFirst { get; }

    public OracleTensor Input { get; }

    /// <summary>PyTorch's arguments of the loss, and <c>sample_weights</c>.</summary>
    public JsonElement LossArguments { get; }

    /// <summary>What the loss compares with, and the classes' weights.</summary>
    public TargetData Targets { get; }

    /// <summary>A factor for each row's loss; empty for ones.</summary>
    public float[] SampleWeights { get; }

    public OracleTensor Output { get; }

    public double Loss { get; }

    public IReadOnlyDictionary<string, OracleTensor> Gradients { get; }

    public OracleTensor InputGradient { get; }

    public IReadOnlyList<OracleOptimizer> Optimizers { get; }

    public int Rows => Input.Shape[0];

    /// <summary>Every case's name.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(s_folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static OracleCase Load(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_folder, $"{name}.json")));
        return new OracleCase(document.RootElement);
    }

    /// <summary>The cases' residual module calls its branch "body"; their maxout module holds its weights in a layer "lin".</summary>
    public static string Key(string name) =>
        name.Replace(".body.", ".branch.", StringComparison.Ordinal).Replace(".lin.", ".", StringComparison.Ordinal);

    public override string ToString() => Name;

    private OracleTensor Turned(OracleTensor tensor) => IsChannelsFirst ? tensor : tensor.ChannelsLast();

    private float[]? Floats(string argument) =>
        LossArguments.TryGetProperty(argument, out var values) ? [.. values.EnumerateArray().Select(value => value.GetSingle())] : null;

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Oracles", "Cases");

    private static Dictionary<string, OracleTensor> Buffers(JsonElement element) =>
        OracleTensor.ParseAll(element).Where(pair => !pair.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal)).ToDictionary();
}
