namespace Layerwright.Generators.Tests.Hostile;

/// <summary>
/// Draws declarations that nobody should write: real attribute lists with layers dropped, doubled, swapped, arguments out of
/// every domain, of the wrong kind, named wrongly, blocks that are none, classes that cannot be networks.
/// </summary>
internal sealed class HostileSource
{
    private static readonly string[][] s_networks =
    [
        ["Network", "Input(12)", "Dense(9)", "ReLU", "Dense(4)", "SoftmaxCrossEntropy"],
        ["Network(InputGradient = true)", "Input(5)", "Dense(7, UseBias = true)", "BatchNorm", "LeakyReLU(0.1)", "Dropout(0.5)", "Dense(1)", "BinaryCrossEntropy"],
        ["Network", "Input(6)", "Residual<Good>", "Sigmoid", "Repeat<Good>(2)", "Use<Good>", "Dense(3, Name = \"Head\")", "MeanSquaredError"],
        ["Network(Training = false)", "Input(8)", "Residual<Wide>(Projection = true)", "Tanh", "Residual<Wide, Wide>", "Dense(2, Init = Init.He, L2 = 1e-4)"],
        ["Network", "Input(4)", "Dense(3)", "SoftmaxCrossEntropy(LabelSmoothing = 0.1, IgnoreLabel = -100)"],
        ["Network", "Input(4)", "Dense(3)", "MulticlassHinge(Margin = 0.5, Squared = true)"],
        ["Network", "Input(4)", "Dense(3)", "Huber(0.5)"],
        ["Network", "Input(5)", "Dense(7)", "PReLU(PerChannel = true)", "Residual<Slopes>", "GELU(Approximate = true)", "ELU(0.5)", "Dense(3)", "LogSoftmax"],
        [
            "Network", "ImageInput(12, 10, 3)", "MaxPool2D(2)", "AveragePool2D(3, Stride = 1, Pad = 1, CountPadding = false)", "GroupNorm(3)", "Upsample2D(2)",
            "ZeroPadding2D(1, 0, 2, 1)", "GlobalAveragePool2D", "Dense(4)", "SoftmaxCrossEntropy",
        ],
        ["Network", "SequenceInput(9, 4)", "MaxPool1D(2)", "AveragePool1D(3, Stride = 1)", "GroupNorm(2)", "GlobalMaxPool1D", "Dense(2)", "MeanSquaredError"],
        ["Block", "Dense(6)", "BatchNorm", "ReLU", "Dense(6)"],
        ["Network", "ImageInput(9, 8, 3, Layout = ImageLayout.ChannelsFirst)", "Conv2D(6, 3, Padding = Padding.Same)", "BatchNorm", "ReLU", "MaxPool2D(2)", "Conv2D(4, 3, 2, Stride = 2, Groups = 2)", "Flatten", "PReLU(PerChannel = true)", "Dense(3)", "SoftmaxCrossEntropy"],
        ["Network(Winograd = false)", "ImageInput(8, 8, 4)", "DepthwiseConv2D(3, Multiplier = 2)", "GroupNorm(2)", "Residual<Pixels>(Projection = true)", "Gate<Excite>", "GlobalAveragePool2D", "Dense(2)", "BinaryCrossEntropy"],
        ["Network", "Input(7)", "Dense(12)", "Reshape(2, 2, 3)", "ConvTranspose2D(4, 3, Stride = 2, OutputPadding = 1)", "Upsample2D(2)", "ZeroPadding2D(1, 0, 2, 1)", "AveragePool2D(3, Pad = 1, CountPadding = false)", "SpatialDropout2D(0.2)", "MeanSquaredError"],
        ["Network", "SequenceInput(12, 5)", "Conv1D(6, 3, Causal = true, Dilation = 2)", "Concat<Identity, Steps>", "MaxPool1D(2)", "GlobalMaxPool1D", "Dense(3)", "SoftmaxCrossEntropy"],
        ["Network", "ImageInput(6, 6, 2)", "Concat<Pixels, Identity, Pixels>", "Residual<Pixels, Pixels>", "Flatten", "Concat<Wide, Identity>", "GroupNorm(3)", "Reshape(81)", "Residual<Wide>(Projection = true)", "Huber"],
    ];

    private static readonly string[] s_attributes =
    [
        "Network", "Network(Training = false)", "Block", "Input(3)", "Input(0)", "Dense(5)", "Dense()", "Dense", "BatchNorm", "ReLU", "ReLU6", "PReLU", "PReLU(PerChannel = true)", "ELU", "ELU(-1)",
        "SELU", "GELU", "GELU(Approximate = true)", "SiLU", "Mish", "Softplus", "Softsign", "HardTanh", "HardSigmoid", "HardSwish", "Softmax", "LogSoftmax", "Dropout(1)", "Dropout(-0.5)",
        "SoftmaxCrossEntropy", "MeanSquaredError", "BinaryCrossEntropy", "MulticlassHinge", "MeanAbsoluteError", "Huber", "Huber(2)", "Residual<Good>", "Residual<Bad>", "Residual<Loop1>", "Use<Good>", "Use<string>",
        "Use<int>", "Use<Missing>", "Use<Good[]>", "Use<System.Collections.Generic.List<Good>>", "Use<Other>", "Use<>", "Use", "Repeat<Good>(0)",
        "Repeat<Good>(-3)", "Repeat<Good>(int.MaxValue)", "Repeat<Empty>(3)", "Residual<Empty>", "Residual<Good, Bad>", "Conv2D(3, 3)", "Obsolete", "Serializable",
        "System.CLSCompliant(false)", "Dense(5), ReLU", "Dense(1, 2, 3)", "Dense(units: 4)", "Dense(Name = \"X\", 3)", "Layer", "WeightLayer", "Residual<dynamic>",
        "Maxout(4)", "Maxout(3, Pieces = 5)", "Maxout(0)", "Maxout()", "LayerNorm", "RMSNorm(Epsilon = 0)", "AlphaDropout(0.5)", "AlphaDropout(1)",
        "ImageInput(5, 5, 3)", "ImageInput(0, 4, 3)", "ImageInput(4)", "SequenceInput(6, 3)", "SequenceInput(-1, 3)", "Flatten", "Flatten()", "Reshape(12)", "Reshape(2, 2, 3)", "Reshape(0)", "Reshape(int.MaxValue, int.MaxValue, 2)",
        "Conv2D(4, 1)", "Conv2D(4, 99)", "Conv2D(0, 0)", "Conv2D(2, 3, Dilation = 100)", "Conv2D(2, 3, Groups = 5)", "Conv2D(2, 2, 2, Padding = (Padding)7)", "Conv2D(2, 3, Pad = -1)", "Conv2D(2, 3, Padding = Padding.Same, Pad = 1)",
        "Conv1D(3, 2)", "Conv1D(3, 9)", "Conv1D(3, 2, Causal = true, Stride = 2)", "DepthwiseConv2D(3)", "DepthwiseConv2D(3, Multiplier = 0)", "ConvTranspose2D(3, 2)", "ConvTranspose2D(3, 2, OutputPadding = 9)", "ConvTranspose2D(3, 2, Pad = 9)",
        "MaxPool2D(2)", "MaxPool2D(9)", "MaxPool2D(2, Pad = 2)", "MaxPool2D(0, 3)", "AveragePool2D(2, 3)", "MaxPool1D(2)", "AveragePool1D(3, Stride = 0)", "GlobalAveragePool2D", "GlobalMaxPool2D", "GlobalAveragePool1D", "GlobalMaxPool1D",
        "Upsample2D(2)", "Upsample2D(0)", "Upsample2D(1000000)", "ZeroPadding2D(1, 1, 1, 1)", "ZeroPadding2D(-1, 0, 0, 0)", "GroupNorm(2)", "GroupNorm(0)", "GroupNorm(7)", "SpatialDropout2D(0.5)", "SpatialDropout2D(1)",
        "Gate<Excite>", "Gate<Good>", "Gate<Empty>", "Gate<Bad>", "Gate<Loop1>", "Gate", "Concat<Identity, Identity>", "Concat<Good, Wide>", "Concat<Pixels, Good>", "Concat<Identity>", "Concat<Good, Bad, Loop1, Identity>", "Concat<Identity, Identity, Identity, Identity, Identity>",
        "Use<Identity>", "Residual<Identity>", "Residual<Identity, Pixels>", "Residual<Pixels>(Projection = true)", "Residual<Halved>(Projection = true)", "Residual<Halved>", "Use<Pixels>", "Repeat<Halved>(9)", "Dense(3)",
        "BatchNorm(Frozen = true)", "Dense(4, Frozen = true)", "Use<Nested.Inside>", "Use<HasInput>", "Use<HasLoss>", "Use<IFace>", "Use<Generic<int>>",
        "MaxPool2D(2)", "MaxPool2D(0)", "MaxPool2D(3, 1, Pad = 2)", "AveragePool2D(99)", "GlobalMaxPool2D", "GlobalAveragePool1D", "MaxPool1D(2)", "GroupNorm(7)", "GroupNorm(0)",
        "Upsample2D(int.MaxValue)", "Upsample2D(0)", "ZeroPadding2D(0, 0, -1, int.MaxValue)", "ZeroPadding2D(1, 2)",
    ];

    private static readonly string[] s_values =
    [
        "0", "-1", "1", "2", "int.MaxValue", "int.MinValue", "1000000", "1e309", "double.NaN", "double.PositiveInfinity", "-0.0", "0.5", "1.0", "-0.5",
        "double.Epsilon", "1e-400", "\"text\"", "\"\"", "null", "default", "true", "typeof(int)", "nameof(Good)", "(Init)77", "Init.Zeros", "Init.Orthogonal", "Init.Constant", "'c'", "3L", "3u", "3m",
        "undefined", "1 / 0", "checked(int.MaxValue + 1)", "unchecked(int.MaxValue + 1)", "new int[0]", "new[] { 1 }", "Init", "sizeof(int)", "\"class\"",
        "Padding.Same", "Padding.Valid", "(Padding)9", "ImageLayout.ChannelsFirst", "(ImageLayout)5", "3", "4", "12",
        "\"Dense1\"", "\"State\"", "\"a b\"", "\"1x\"", "\"ToString\"", "\"Über\"", "\"\\u0000\"", "\"head\"", "\"a.b.c\"", "\"__layerwright\"", "\"global::X\"",
    ];

    private static readonly string[] s_names =
    [
        "Name", "Key", "UseBias", "Init", "InitScale", "BiasInit", "L1", "L2", "Momentum", "Epsilon", "ZeroGamma", "Frozen", "Pieces", "Projection", "InputGradient", "Training",
        "height", "width", "channels", "length", "features", "Layout", "filters", "kernel", "kernelHeight", "kernelWidth", "Stride", "StrideHeight", "StrideWidth", "Padding", "Pad", "PadHeight", "PadWidth", "Dilation",
        "Groups", "groups", "Multiplier", "OutputPadding", "Causal", "window", "windowHeight", "CountPadding", "factor", "top", "Winograd",
        "LabelSmoothing", "IgnoreLabel", "Margin", "Squared", "delta",
        "PerChannel", "Approximate", "alpha", "Unknown", "Units", "units", "rate", "slope", "times",
        "Stride", "StrideHeight", "StrideWidth", "Pad", "PadHeight", "PadWidth", "CountPadding", "window", "windowHeight", "groups", "factor", "top", "right",
    ];

    private static readonly string[] s_shells =
    [
        "public partial class {0};", "public partial class {0} {{ }}", "public class {0};", "internal sealed partial class {0};", "public static partial class {0};",
        "public abstract partial class {0};", "public partial record {0};", "public partial struct {0};", "public partial interface {0};", "file partial class {0};",
        "public partial class {0}<T>;", "public partial class {0}(int x);", "public partial class {0} {{ public int Dense1 => 1; }}",
        "public partial class {0} {{ public {0}(ulong seed) {{ }} }}", "public partial class {0} {{ public void State() {{ }} public int ReLU1; }}",
        "public partial class {0} : System.IDisposable;", "public partial class {0} : Other;", "public partial class {0} : {0};", "namespace N.M {{ public partial class {0}; }}",
        "public partial class {0};\n[Dense(3)] public partial class {0} {{ }}", "public partial class Dense1;", "public partial enum {0} {{ A }}", "public partial class {0}",
        "public required partial class {0};", "unsafe partial class {0};", "partial delegate void {0}();", "class Outside{0} {{ {1} public partial class {0}; }}",
        "partial class Outside{0}<T> {{ {1} private protected partial class {0}; }}",
    ];

    /// <summary>What all mutants may refer to.</summary>
    public const string Common =
        """
        [Block] [Dense(6)] [ReLU] [Dense(6)] public class Good;
        [Block] [Dense(9)] public class Wide;
        [Block] [PReLU] [Softmax] public class Slopes;
        [Block] public class Empty;
        [Block] [Conv2D(2, 3, Padding = Padding.Same)] [BatchNorm] public class Pixels;
        [Block] [Conv2D(3, 3, Stride = 2)] public class Halved;
        [Block] [Conv1D(4, 3, Causal = true)] public class Steps;
        [Block] [GlobalAveragePool2D] [Dense(8)] [Sigmoid] public class Excite;
        public class Bad;
        [Block] [Use<Loop2>] public class Loop1;
        [Block] [Residual<Loop1>] public class Loop2;
        [Block] [Input(3)] [Dense(3)] public class HasInput;
        [Block] [Dense(3)] [MeanSquaredError] public class HasLoss;
        [Block] [Dense(3)] public class Generic<T>;
        [Block] [Dense(3)] public interface IFace;
        public class Nested { [Block] [Dense(6)] protected class Inside; }
        [Network] [Input(3)] [Dense(2)] public partial class Other;
        """;

    private readonly Random _random;
    private readonly int _seed;

    private HostileSource(int seed)
    {
        _random = new Random(seed);
        _seed = seed;
    }

    /// <summary>The file of this seed.</summary>
    public static string Create(int seed) => new HostileSource(seed).Draw();

    private string Draw()
    {
        var attributes = Pick(s_networks).ToList();
        int mutations = _random.Next(1, 5);
        for (int i = 0; i < mutations; i++)
        {
            Mutate(attributes);
        }

        string shell = _random.Next(3) > 0 ? s_shells[0] : Pick(s_shells);
        string list = string.Concat(attributes.Select(attribute => $"[{attribute}]\n"));
        bool isNested = shell.Contains("{1}", StringComparison.Ordinal);
        string type = string.Format(System.Globalization.CultureInfo.InvariantCulture, shell, $"Hostile{_seed}", list);
        return isNested ? type : type.StartsWith("namespace", StringComparison.Ordinal) ? type.Replace("public", $"{list}public", StringComparison.Ordinal) : list + type;
    }

    private void Mutate(List<string> attributes)
    {
        int at = attributes.Count == 0 ? 0 : _random.Next(attributes.Count);
        switch (_random.Next(10))
        {
            case 0 when attributes.Count > 0:
                attributes.RemoveAt(at);
                break;
            case 1 when attributes.Count > 0:
                attributes.Insert(at, attributes[_random.Next(attributes.Count)]);
                break;
            case 2 when attributes.Count > 0:
                int other = _random.Next(attributes.Count);
                (attributes[at], attributes[other]) = (attributes[other], attributes[at]);
                break;
            case 3 or 4:
                attributes.Insert(at, Pick(s_attributes));
                break;
            case 5 or 6 when attributes.Count > 0:
                attributes[at] = WithArgument(attributes[at], $"{Pick(s_names)} = {Pick(s_values)}");
                break;
            case 7 or 8 when attributes.Count > 0:
                attributes[at] = WithValue(attributes[at], Pick(s_values));
                break;
            case 9 when attributes.Count > 0:
                attributes[at] = Damage(attributes[at]);
                break;
            default:
                attributes.Add(Pick(s_attributes));
                break;
        }
    }

    private static string WithArgument(string attribute, string argument) => attribute.EndsWith(')')
        ? attribute.EndsWith("()", StringComparison.Ordinal) ? $"{attribute[..^1]}{argument})" : $"{attribute[..^1]}, {argument})"
        : $"{attribute}({argument})";

    private static string WithValue(string attribute, string value)
    {
        int open = attribute.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? $"{attribute}({value})" : $"{attribute[..open]}({value})";
    }

    // A character too few or too many, as while typing.
    private string Damage(string attribute)
    {
        int at = _random.Next(attribute.Length);
        return _random.Next(2) == 0 ? attribute.Remove(at, 1) : attribute.Insert(at, Pick(["<", ")", ",", "\"", "0", ".", "@", "]"]));
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
