using System.Text;

namespace Layerwright.Analyzers.Tests.Hostile;

/// <summary>
/// Writes classes whose attribute lists are wrong in every way that occurs to it, from a seed. With odd seeds most of each list is
/// right, so that what is wrong reaches the rules behind the first checks.
/// </summary>
internal sealed class HostileSource(int seed)
{
    private static readonly string[] s_numbers = ["0", "1", "-1", "3", "2.5", "\"x\"", "null", "true", "int.MaxValue", "double.NaN", "1e400", "missing", "default", "new int[0]", "typeof(int)", "(Init)9", "'c'", ""];
    private static readonly string[] s_arguments = ["Name = \"a b\"", "Name = \"State\"", "Name = null", "Name = \"Dense1\"", "Key = \"\"", "Init = Init.Xavier", "Init = Init.LeCun", "Init = (Init)(-1)", "UseBias = true", "L2 = -1", "L2 = double.NaN", "InitScale = 0", "Projection = true", "PerChannel = true", "Approximate = 1", "Epsilon = 0", "Momentum = 7", "LabelSmoothing = 1", "IgnoreLabel = -1", "Margin = -1", "Squared = true", "Stride = 0", "Stride = 2", "Pad = 1", "PadHeight = -3", "Padding = Padding.Same", "Padding = (Padding)4", "Dilation = 7", "Groups = 2", "Multiplier = 3", "Causal = true", "OutputPadding = 1", "CountPadding = false", "Layout = ImageLayout.ChannelsFirst", "Nonsense = 3", "units: 3", "rate: 2", "Units = 4", "="];
    private static readonly string[] s_layers = ["Input", "Dense", "Dense", "Dense", "BatchNorm", "Dropout", "ReLU", "LeakyReLU", "Tanh", "Sigmoid", "ReLU6", "PReLU", "ELU", "SELU", "GELU", "SiLU", "Mish", "Softplus", "Softsign", "HardTanh", "HardSigmoid", "HardSwish", "Softmax", "LogSoftmax", "SoftmaxCrossEntropy", "MeanSquaredError", "BinaryCrossEntropy", "MulticlassHinge", "MeanAbsoluteError", "Huber", "Network", "Block", "Obsolete", "ImageInput", "SequenceInput", "Conv2D", "Conv2D", "Conv1D", "DepthwiseConv2D", "ConvTranspose2D", "MaxPool2D", "AveragePool2D", "MaxPool1D", "GlobalAveragePool2D", "GlobalMaxPool1D", "Flatten", "Reshape", "GroupNorm", "Upsample2D", "ZeroPadding2D", "SpatialDropout2D", "Missing", "LayerAttribute", "Layerwright.Sigmoid", "global::Layerwright.DenseAttribute"];
    private static readonly string[] s_composites = ["Residual", "Use", "Repeat", "Gate", "Concat", "Layerwright.Residual"];
    private static readonly string[] s_headers = ["partial class", "class", "static partial class", "abstract partial class", "partial record", "partial struct", "partial interface", "file partial class", "enum", "sealed partial class"];

    private static readonly string[] s_tame = ["Dense(8)", "Dense(8, Init = Init.Xavier)", "Dense(6, UseBias = true, Init = Init.LeCun)", "Dense(1)", "BatchNorm", "Maxout(8)", "LayerNorm", "RMSNorm", "AlphaDropout(0.1)", "Dense(8, Frozen = true)", "BatchNorm(Frozen = true)", "Dropout(0.5)", "ReLU", "ReLU()", "LeakyReLU(0.2)", "PReLU(PerChannel = true)", "ELU(0.5)", "SELU", "GELU(Approximate = true)", "SiLU", "HardSwish", "Softmax", "Tanh", "Sigmoid", "Sigmoid(Name = \"S\")"];
    // On images; a vector's layers stand behind [Flatten] or in a block.
    private static readonly string[] s_spatial = ["Conv2D(8, 3)", "Conv2D(4, 3, Padding = Padding.Same, Init = Init.Xavier)", "Conv2D(8, 1)", "DepthwiseConv2D(3)", "MaxPool2D(2)", "MaxPool2D(9)", "AveragePool2D(3, Pad = 2)", "GroupNorm(2)", "GroupNorm(3)", "BatchNorm", "ReLU", "Sigmoid", "Dense(4)", "Gate<Identity>", "Concat<Identity, Identity>", "Upsample2D(2)", "MaxPool1D(2)"];
    private static readonly string[] s_losses = ["[SoftmaxCrossEntropy]\n", "[MeanSquaredError] // loss\n", "[BinaryCrossEntropy]", "[MulticlassHinge(Squared = true)]\n", "[Huber(0.5)] ", "[MeanAbsoluteError]\n", "[SoftmaxCrossEntropy(LabelSmoothing = 0.1)]\n", ""];

    private readonly Random _random = new(seed);

    /// <summary>A file of some classes that use each other as blocks.</summary>
    public string File(int classes)
    {
        var text = new StringBuilder();
        for (int i = 0; i < classes; i++)
        {
            bool isNested = IsWild && _random.Next(8) == 0;
            text.Append(isNested ? $"{Pick("", "partial ", "static ")}class Outer{i}{Pick("", "", "<T>")}\n{{\n" : "");
            string body = Body();
            text.Append(Attributes(classes)).Append(Header(i)).Append(body);
            if (IsWild && _random.Next(6) == 0)
            {
                text.Append('\n').Append(Attributes(classes)).Append($"partial class C{i};\n");
            }

            text.Append(isNested ? "\n}\n" : "\n");
        }

        return text.ToString();
    }

    private bool IsWild => seed % 2 == 0 || _random.Next(25) == 0;

    private string Header(int number) => !IsWild ? $"partial class C{number}" :
        $"{Pick(s_headers)} C{number}{Pick("", "", "", "<T>")}{Pick("", "", "", "(int x)")}";

    private string Body() => !IsWild ? ";\n" : Pick(";\n", ";\n", " { }\n", "\n{\n    public int State;\n}\n", "\n{\n    public void Dense1() { }\n    public C0(ulong seed) { }\n}\n", "\n{\n", "");

    private string Attributes(int classes)
    {
        var text = new StringBuilder(Pick("/// <summary>Text.</summary>\n", "// comment\n", ""));
        if (!IsWild)
        {
            bool isImage = _random.Next(3) == 0;
            string marker = isImage ? "[Network]\n[ImageInput(8, 8, 4)]\n" : Pick("[Network]\n[Input(8)]\n", "[Network]\n[Input(8)]\n", "[Network, Input(8)]\n", "[Network, Input(8)]\n", "[Block]\n");
            text.Append(marker);
            for (int i = _random.Next(1, 9); i > 0; i--)
            {
                string layer = IsWild ? Layer(classes) : isImage && _random.Next(3) > 0 ? Pick(s_spatial) : TameLayer(classes);
                text.Append(Pick($"[{layer}]\n", $"[{layer}] ", $"[{layer}] // behind\n", $"// above\n[{layer}, {TameLayer(classes)}]\n"));
            }

            return text.Append(marker[1] == 'B' && !IsWild ? "" : Pick(s_losses)).ToString();
        }

        text.Append(Pick("[Network]\n", "[Network]\n", "[Network(InputGradient = 3)] ", "[Block]\n", "[Block]", ""));
        text.Append(Pick("[Input(4)]\n", "[Input(4)]\n", "[Input]\n", ""));
        for (int i = _random.Next(7); i > 0; i--)
        {
            string layer = Layer(classes);
            string more = _random.Next(4) == 0 ? $", {Layer(classes)}" : "";
            text.Append($"{Pick("[", "[", "[", "[type: ", "[field: ", "[ /* c */ ")}{layer}{more}{(_random.Next(40) == 0 ? "" : Pick("]", "]", "]", "] // end"))}{Pick("\n", "\n", " ", "\r\n", "\n\n// above\n")}");
        }

        return text.Append('\n').ToString();
    }

    private string Layer(int classes) => _random.Next(4) == 0
        ? $"{Pick(s_composites)}<{TypeArgument(classes)}{(_random.Next(6) == 0 ? ", " + TypeArgument(classes) : "")}>{Arguments()}"
        : Pick(s_layers) + Arguments();

    private string TameLayer(int classes) => _random.Next(25) == 0 ? $"{Pick("Residual", "Use", "Gate")}<C{_random.Next(classes)}>" : Pick(s_tame);

    private string TypeArgument(int classes) => _random.Next(5) == 0
        ? Pick("string", "int[]", "Missing", "", "dynamic", "int", "System.Collections.Generic.List<int>", "T", "void", "C0<int>")
        : $"C{_random.Next(classes)}";

    private string Arguments()
    {
        if (_random.Next(4) == 0)
        {
            return Pick("", "", "()");
        }

        var arguments = new List<string>();
        if (_random.Next(3) > 0)
        {
            arguments.Add(Pick(s_numbers));
        }

        for (int i = _random.Next(3); i > 0; i--)
        {
            arguments.Add(Pick(s_arguments));
        }

        return $"({string.Join(", ", arguments)}{(_random.Next(40) == 0 ? "" : ")")}";
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
