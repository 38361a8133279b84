using Layerwright.Runtime;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.Running;

namespace Layerwright.Tests.Gradients;

/// <summary>The random networks of images and sequences meet everything that knows positions.</summary>
public class ConvolutionalCoverageTests
{
    private static readonly NetworkSpec[] s_networks = RandomSets.Fixed("images");

    [Fact]
    public void The_fixed_networks_hold_every_layer_and_option_several_times()
    {
        var counts = s_networks.SelectMany(network => Features(network).Distinct()).GroupBy(feature => feature).ToDictionary(group => group.Key, group => group.Count());

        string[] expected =
        [
            "ImageInput", "SequenceInput", "ChannelsFirst", "Input", "InputGradient", "NoWinograd", "EveryPosition",
            "Conv2D", "Depthwise", "Multiplier", "ConvTranspose2D", "OutputPadding", "Conv1D", "Causal", "Stride", "Dilation", "Groups", "Same", "EvenSame", "Pad",
            "Rectangular", "Pointwise", "Filtered",
            "MaxPool2D", "AveragePool2D", "MaxPool1D", "AveragePool1D", "GlobalMax2D", "GlobalAverage2D", "GlobalMax1D", "GlobalAverage1D", "OverlappingPool",
            "PaddedPool", "CountPadding", "GroupNorm", "SpatialDropout2D", "Flatten", "ToImage", "ToVector", "Upsample2D", "ZeroPadding2D",
            "DensePerStep", "BatchNorm", "FrozenNorm", "Frozen", "Residual", "Projection", "Shortcut", "Gate", "Concat", "Identity", "Use", "Repeat",
        ];
        Assert.All(expected, feature => Assert.True(counts.GetValueOrDefault(feature) >= 3, $"{feature} stands in {counts.GetValueOrDefault(feature)} networks"));
    }

    [Fact]
    public void Every_loss_is_taken_on_positions_and_on_vectors()
    {
        var losses = s_networks.GroupBy(network => new Interpreter(network).Output.Positions > 1, network => network.Loss);

        Assert.All(losses, group => Assert.Equal(Enum.GetValues<LossKind>(), group.Distinct().Order()));
        Assert.Equal(2, losses.Count());
    }

    [Fact]
    public void Winograd_is_the_plans_choice_several_times_forward_and_backward()
    {
        var forms = RandomSets.FixedNames("images").Select(RandomSets.Get)
            .SelectMany(set => set.Networks.SelectMany(network => TestNetwork.Create(set.Fused(network), seed: 1).Blueprint.Copies))
            .GroupBy(copy => copy.Form).ToDictionary(group => group.Key, group => group.Count());

        Assert.All(
            [CopyForm.Winograd, CopyForm.TurnedWinograd, CopyForm.Winograd4, CopyForm.TurnedWinograd4, CopyForm.Turned],
            form => Assert.True(forms.GetValueOrDefault(form) >= 3, $"{form}: {forms.GetValueOrDefault(form)}"));
    }

    private static IEnumerable<string> Features(NetworkSpec network)
    {
        string[] input = network.Input.Shape.Rank switch { 1 => ["Input"], 2 => ["SequenceInput"], _ => ["ImageInput"] };
        return
        [
            .. input,
            .. When(network.Input.ChannelsFirst, "ChannelsFirst"),
            .. When(network.InputGradient, "InputGradient"),
            .. When(!network.Winograd, "NoWinograd"),
            .. When(new Interpreter(network).Output.Positions > 1, "EveryPosition"),
            .. When(network.Input.Shape.Rank == 2 && network.Layers.Any(layer => layer is DenseSpec), "DensePerStep"),
            .. Features(network.Layers),
        ];
    }

    private static IEnumerable<string> Features(IEnumerable<LayerSpec> layers) =>
        layers.SelectMany(layer => Own(layer).Concat(layer.Blocks.SelectMany(block => Features(block.Layers))));

    private static IEnumerable<string> Own(LayerSpec layer) => layer switch
    {
        Conv2DSpec conv => ["Conv2D", .. Window(conv.Window), .. When(conv.Groups > 1, "Groups"), .. When(conv.Frozen, "Frozen"), .. When(IsFiltered(conv), "Filtered")],
        DepthwiseConv2DSpec conv => ["Depthwise", .. Window(conv.Window), .. When(conv.Multiplier > 1, "Multiplier")],
        ConvTranspose2DSpec conv => ["ConvTranspose2D", .. Window(conv.Window), .. When(conv.OutputPaddingHeight + conv.OutputPaddingWidth > 0, "OutputPadding")],
        Conv1DSpec conv => ["Conv1D", .. When(conv.Window.Causal, "Causal"), .. When(conv.Window.StrideWidth > 1, "Stride"), .. When(conv.Groups > 1, "Groups")],
        PoolSpec pool =>
        [
            $"{pool.Kind}Pool{(pool.Is1D ? 1 : 2)}D",
            .. When(pool.Window.StrideWidth < pool.Window.Width, "OverlappingPool"),
            .. When(pool.Window.PadWidth > 0, "PaddedPool"),
            .. When(!pool.CountPadding, "CountPadding"),
        ],
        GlobalPoolSpec pool => [$"Global{pool.Kind}{(pool.Is1D ? 1 : 2)}D"],
        ReshapeSpec reshape => [reshape.Shape.Rank == 1 ? "ToVector" : "ToImage"],
        BatchNormSpec norm => [norm.Frozen ? "FrozenNorm" : "BatchNorm"],
        ResidualSpec residual => ["Residual", .. When(residual.Projection, "Projection"), .. When(residual.Shortcut is not null, "Shortcut")],
        ConcatSpec concat => ["Concat", .. When(concat.Branches.Contains(BlockSpec.Identity), "Identity")],
        _ => [layer.GetType().Name[..^"Spec".Length]],
    };

    private static IEnumerable<string> Window(WindowSpec window) =>
    [
        .. When(window.StrideHeight + window.StrideWidth > 2, "Stride"),
        .. When(window.Dilation > 1, "Dilation"),
        .. When(window.Same, "Same"),
        .. When(window.Same && window.Width % 2 == 0, "EvenSame"),
        .. When(window.PadWidth > 0, "Pad"),
        .. When(window.Height != window.Width, "Rectangular"),
        .. When(window is { Height: 1, Width: 1 }, "Pointwise"),
    ];

    // Enough channels for Winograd, if the image has pixels enough.
    private static bool IsFiltered(Conv2DSpec conv) => conv is { Groups: 1, Filters: >= 16, Window: { Height: 3, Width: 3, StrideHeight: 1, StrideWidth: 1, Dilation: 1 } };

    private static string[] When(bool holds, string feature) => holds ? [feature] : [];
}
