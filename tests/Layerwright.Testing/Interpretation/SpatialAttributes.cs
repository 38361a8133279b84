using static Layerwright.Testing.Interpretation.SpecWriter;

namespace Layerwright.Testing.Interpretation;

/// <summary>Attributes of what knows positions, as a person would write them.</summary>
internal static class SpatialAttributes
{
    /// <summary><c>Input(8)</c>, <c>SequenceInput(9, 4)</c>, <c>ImageInput(8, 8, 3)</c>.</summary>
    public static string Input(InputSpec input) => input.Shape switch
    {
        { Rank: 1 } vector => $"Input({vector.Channels})",
        { Rank: 2 } sequence => $"SequenceInput({sequence.Width}, {sequence.Channels})",
        var image => $"ImageInput({Sizes(image)}{(input.ChannelsFirst ? ", Layout = ImageLayout.ChannelsFirst" : "")})",
    };

    /// <summary>A layer's attribute and its own arguments.</summary>
    public static (string Name, IEnumerable<string> Arguments) Of(LayerSpec layer) => layer switch
    {
        Conv2DSpec conv => ("Conv2D", [Number(conv.Filters), .. Window(conv.Window), .. Groups(conv.Groups), .. WeightArguments(conv)]),
        DepthwiseConv2DSpec conv =>
        (
            "DepthwiseConv2D",
            [.. Window(conv.Window), .. conv.Multiplier == 1 ? (string[])[] : [$"Multiplier = {conv.Multiplier}"], .. WeightArguments(conv)]
        ),
        ConvTranspose2DSpec conv =>
        (
            "ConvTranspose2D",
            [
                Number(conv.Filters), .. Window(conv.Window),
                .. BothAxes("OutputPadding", conv.OutputPaddingHeight, conv.OutputPaddingWidth, 0), .. WeightArguments(conv),
            ]
        ),
        Conv1DSpec conv => ("Conv1D", [Number(conv.Filters), .. Window1D(conv.Window), .. Groups(conv.Groups), .. WeightArguments(conv)]),
        PoolSpec pool => ($"{pool.Kind}Pool{Dimensions(pool.Is1D)}", PoolArguments(pool)),
        GlobalPoolSpec pool => ($"Global{pool.Kind}Pool{Dimensions(pool.Is1D)}", []),
        GroupNormSpec norm => ("GroupNorm", [Number(norm.Groups), .. EpsilonArgument(norm.Epsilon)]),
        SpatialDropout2DSpec dropout => ("SpatialDropout2D", [Number(dropout.Rate)]),
        FlattenSpec => ("Flatten", []),
        ReshapeSpec { Shape.Rank: 1 } reshape => ("Reshape", [Number(reshape.Shape.Channels)]),
        ReshapeSpec reshape => ("Reshape", [Sizes(reshape.Shape)]),
        Upsample2DSpec upsample => ("Upsample2D", [Number(upsample.Factor)]),
        ZeroPadding2DSpec padding => ("ZeroPadding2D", [$"{padding.Top}, {padding.Bottom}, {padding.Left}, {padding.Right}"]),
        GateSpec gate => ($"Gate<{gate.Block.Name}>", []),
        ConcatSpec concat => ($"Concat<{string.Join(", ", concat.Branches.Select(branch => branch.Name))}>", []),
        _ => throw new NotSupportedException(layer.ToString()),
    };

    private static string Dimensions(bool is1D) => is1D ? "1D" : "2D";

    private static string Sizes(SpecShape shape) => $"{shape.Height}, {shape.Width}, {shape.Channels}";

    private static IEnumerable<string> Groups(int groups) => groups == 1 ? [] : [$"Groups = {groups}"];

    private static IEnumerable<string> Window(WindowSpec window) =>
    [
        window.Height == window.Width ? Number(window.Height) : $"{window.Height}, {window.Width}",
        .. BothAxes("Stride", window.StrideHeight, window.StrideWidth, 1),
        .. Padding(window),
        .. BothAxes("Pad", window.PadHeight, window.PadWidth, 0),
        .. Named("Dilation", window.Dilation, 1),
    ];

    private static IEnumerable<string> Window1D(WindowSpec window) =>
    [
        Number(window.Width),
        .. Named("Stride", window.StrideWidth, 1),
        .. Padding(window),
        .. window.Causal ? ["Causal = true"] : (string[])[],
        .. Named("Pad", window.PadWidth, 0),
        .. Named("Dilation", window.Dilation, 1),
    ];

    private static IEnumerable<string> Padding(WindowSpec window) => window.Same ? ["Padding = Padding.Same"] : [];

    // A pool's stride is its window unless told otherwise.
    private static IEnumerable<string> PoolArguments(PoolSpec pool)
    {
        var window = pool.Window;
        string[] counting = pool.CountPadding ? [] : ["CountPadding = false"];
        return pool.Is1D
            ? [Number(window.Width), .. Named("Stride", window.StrideWidth, window.Width), .. Named("Pad", window.PadWidth, 0), .. counting]
            :
            [
                window.Height == window.Width ? Number(window.Height) : $"{window.Height}, {window.Width}",
                .. window.StrideHeight == window.StrideWidth && (window.StrideHeight, window.StrideWidth) != (window.Height, window.Width)
                    ? [$"Stride = {window.StrideHeight}"]
                    : Named("StrideHeight", window.StrideHeight, window.Height).Concat(Named("StrideWidth", window.StrideWidth, window.Width)),
                .. BothAxes("Pad", window.PadHeight, window.PadWidth, 0),
                .. counting,
            ];
    }

    private static IEnumerable<string> BothAxes(string name, int height, int width, int start) => height == width
        ? Named(name, height, start)
        : [.. Named($"{name}Height", height, start), .. Named($"{name}Width", width, start)];

    private static IEnumerable<string> Named(string name, int value, int start) => value == start ? [] : [$"{name} = {value}"];
}
