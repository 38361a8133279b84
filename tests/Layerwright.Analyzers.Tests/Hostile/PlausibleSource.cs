using System.Text;

namespace Layerwright.Analyzers.Tests.Hostile;

/// <summary>
/// Writes networks and blocks whose shapes mostly fit and whose layers stand in an order that nobody would choose, from a seed: what
/// every rule from the first to the last looks for.
/// </summary>
internal sealed class PlausibleSource(int seed)
{
    private static readonly string[] s_weightArguments =
    [
        "", "", "", "", ", Init = Init.Xavier", ", Init = Init.LeCun", ", Init = Init.He", ", Init = Init.HeUniform", ", Init = Init.Zeros",
        ", Init = Init.Constant, InitScale = 0.1", ", Init = Init.Normal, InitScale = 0.001", ", Init = Init.Normal, InitScale = 3",
        ", Init = Init.Uniform, InitScale = 0.5", ", Init = Init.Orthogonal", ", UseBias = true", ", BiasInit = 1", ", BiasInit = -2",
        ", BiasInit = 0.01", ", L2 = 1e-4", ", Frozen = true", ", UseBias = true, Init = Init.Xavier", ", Name = \"Named\", UseBias = false",
    ];

    private static readonly string[] s_activations =
    [
        "ReLU", "ReLU", "ReLU", "ReLU", "ReLU6", "LeakyReLU", "LeakyReLU(1.5)", "LeakyReLU(-0.1)", "PReLU", "ELU", "ELU(-1)", "SELU", "SELU", "GELU", "SiLU",
        "Mish", "Softplus", "Softsign", "HardTanh", "HardSigmoid", "HardSwish", "Softmax", "LogSoftmax", "Tanh", "Tanh", "Sigmoid", "Sigmoid",
    ];

    private static readonly string[] s_normalizations =
    [
        "BatchNorm", "BatchNorm", "BatchNorm", "BatchNorm(Epsilon = 0.1)", "BatchNorm(Momentum = 0.9)", "BatchNorm(Momentum = 0.0001)",
        "BatchNorm(ZeroGamma = true)", "BatchNorm(Frozen = true)", "LayerNorm", "RMSNorm", "GroupNorm(2)",
    ];

    private static readonly string[] s_dropouts = ["Dropout(0.1)", "Dropout(0.5)", "Dropout(0.8)", "Dropout(0)", "AlphaDropout(0.1)"];
    private static readonly string[] s_windows = [", Padding = Padding.Same", ", Padding = Padding.Same", ", Padding = Padding.Same", ", Pad = 1", ", Pad = 3", "", ", Stride = 2", ", Stride = 3", ", Stride = 2, Pad = 1", ", Dilation = 2", ", Padding = Padding.Same, Dilation = 2"];
    private static readonly string[] s_losses = ["SoftmaxCrossEntropy", "SoftmaxCrossEntropy", "BinaryCrossEntropy", "MulticlassHinge", "MeanSquaredError", "MeanAbsoluteError", "Huber"];

    private readonly Random _random = new(seed);

    /// <summary>A file of so many networks, and those of three blocks of vectors, two of images and two that open gates that they use.</summary>
    public string File(int networks)
    {
        var text = new StringBuilder();
        for (int i = 0; i < networks; i++)
        {
            text.Append(Network(i));
        }

        string used = text.ToString();
        foreach (string block in new[] { "VectorA", "VectorB", "VectorC", "ImageA", "ImageB", "VectorGate", "ImageGate" })
        {
            if (used.Contains(block, StringComparison.Ordinal))
            {
                text.Append("[Block]\n").Append(Block(block)).Append($"class {block};\n\n");
            }
        }

        return text.ToString();
    }

    private string Block(string name) => name switch
    {
        "VectorGate" => Lines(Layers(VectorGroup, 2).Append("Dense(8)").Append(Pick("Sigmoid", "HardSigmoid", "ReLU"))),
        "ImageGate" => "[GlobalAveragePool2D]\n" + Lines(Layers(VectorGroup, 2).Append("Dense(8)").Append("Sigmoid")),
        "ImageA" or "ImageB" => Lines(Layers(PlainImageGroup, 3).Append("Conv2D(8, 3, Padding = Padding.Same)")) + Tail(),
        _ => Lines(Layers(VectorGroup, 3).Append("Dense(8)")) + Tail(),
    };

    private string Network(int number)
    {
        string body = _random.Next(6) switch
        {
            0 or 1 => "[ImageInput(12, 12, 8)]\n" + Lines(Layers(ImageGroup, 5)) + $"[{Pick("Flatten", "Flatten", "GlobalAveragePool2D", "GlobalMaxPool2D")}]\n" + Lines(Layers(VectorGroup, 2)),
            2 => "[ImageInput(16, 16, 8)]\n" + Lines(Layers(SameImageGroup, 5)) + Lines(Layers(ImageGroup, 1)) + "[GlobalAveragePool2D]\n",
            3 => "[SequenceInput(16, 8)]\n" + Lines(Layers(SequenceGroup, 4)) + $"[{Pick("GlobalAveragePool1D", "GlobalMaxPool1D", "Flatten")}]\n",
            _ => "[Input(8)]\n" + Lines(Layers(NetworkGroup, _random.Next(4) == 0 ? 14 : 6)),
        };
        string head = Lines([$"Dense({Pick("1", "2", "10")}{Pick(s_weightArguments)})", .. Sometimes(3, s_activations), .. Sometimes(8, s_normalizations), .. Sometimes(8, s_dropouts)]);
        string loss = _random.Next(5) == 0 ? "" : $"[{Pick(s_losses)}]{Pick("\n", " // loss\n")}";
        return $"[Network]\n{body}{head}{loss}public partial class Net{number};\n\n";
    }

    private IEnumerable<string> Layers(Func<IEnumerable<string>> group, int most)
    {
        for (int i = _random.Next(1, most + 1); i > 0; i--)
        {
            foreach (string layer in group())
            {
                yield return layer;
            }
        }
    }

    private IEnumerable<string> NetworkGroup() => _random.Next(4) == 0
        ? [Pick("Residual<VectorA>", "Use<VectorB>", "Repeat<VectorC>(2)", "Repeat<VectorA>(1)", "Residual<VectorB, VectorC>", "Gate<VectorGate>", "Residual<VectorC>(Projection = true)"), .. Behind()]
        : VectorGroup();

    private IEnumerable<string> VectorGroup() =>
        [_random.Next(10) == 0 ? "Maxout(8)" : $"Dense({Pick("8", "8", "8", "8", "32", "3")}{Pick(s_weightArguments)})", .. Behind()];

    private IEnumerable<string> SameImageGroup() => _random.Next(6) == 0
        ? [Pick("Residual<ImageA>", "Use<ImageB>", "Repeat<ImageA>(2)", "Concat<Identity, ImageB>", "Gate<ImageGate>", "Residual<ImageA, Identity>"), .. Behind()]
        : PlainImageGroup();

    /// <summary>Convolutions that keep height and width.</summary>
    private IEnumerable<string> PlainImageGroup() => _random.Next(5) == 0
        ? [$"DepthwiseConv2D({Pick("3", "2", "7")}, Padding = Padding.Same)", .. Behind()]
        : [$"Conv2D(8, {Pick("3", "3", "1", "2", "7")}, Padding = Padding.Same{Pick(s_weightArguments)})", .. Behind()];

    private IEnumerable<string> ImageGroup() => _random.Next(9) switch
    {
        0 => [Pick("MaxPool2D(2)", "MaxPool2D(3)", "AveragePool2D(2)", "MaxPool2D(1)", "MaxPool2D(3, Stride = 2, Pad = 1)", "Upsample2D(2)", "ZeroPadding2D(1, 1, 1, 1)")],
        1 => [$"ConvTranspose2D(8, {Pick("2", "3", "4")}, Stride = 2)", .. Behind()],
        2 => [Pick("SpatialDropout2D(0.1)", "SpatialDropout2D(0.7)", "Dropout(0.2)"), .. Sometimes(2, ["MaxPool2D(2)"])],
        3 => SameImageGroup(),
        _ => [$"Conv2D({Pick("8", "8", "16", "4")}, {Pick("3", "3", "1", "2", "5", "7", "13")}{Pick(s_windows)}{Pick(s_weightArguments)})", .. Behind()],
    };

    private IEnumerable<string> SequenceGroup() => _random.Next(5) switch
    {
        0 => [Pick("MaxPool1D(2)", "AveragePool1D(3)", "Dropout(0.3)")],
        1 => [$"Dense(8{Pick(s_weightArguments)})", .. Behind()],
        _ => [$"Conv1D({Pick("8", "16")}, {Pick("2", "3", "7")}{Pick(", Causal = true", ", Padding = Padding.Same", "", ", Stride = 2", ", Causal = true, Dilation = 4")}{Pick(s_weightArguments)})", .. Behind()],
    };

    /// <summary>What follows weights, now and then doubled or in another order.</summary>
    private string[] Behind()
    {
        string[] layers = [.. Sometimes(2, s_normalizations), .. Sometimes(12, s_normalizations), .. _random.Next(7) > 0 ? Sometimes(1, s_activations) : [], .. Sometimes(12, s_activations), .. Sometimes(5, s_dropouts), .. Sometimes(20, s_dropouts), .. Sometimes(25, ["Flatten"])];
        if (_random.Next(6) == 0)
        {
            _random.Shuffle(layers);
        }

        return layers;
    }

    private string Tail() => Lines([.. Sometimes(2, s_normalizations), .. Sometimes(2, s_activations)]);

    private IEnumerable<string> Sometimes(int oneIn, string[] choices) => _random.Next(oneIn) == 0 ? [Pick(choices)] : [];

    /// <summary>Attributes one to a line, several to a list, with comments or without.</summary>
    private string Lines(IEnumerable<string> layers)
    {
        var text = new StringBuilder();
        bool isOpen = false;
        foreach (string layer in layers)
        {
            text.Append(isOpen ? ", " : Pick("[", "[", "[", "// above\n[")).Append(layer);
            isOpen = _random.Next(6) == 0;
            text.Append(isOpen ? "" : Pick("]\n", "]\n", "]\n", "] // behind\n"));
        }

        return text.Append(isOpen ? "]\n" : "").ToString();
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
