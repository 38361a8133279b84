using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>What belongs between two weight layers that nothing bends between: the network's own normalisation and activation.</summary>
/// <param name="Anchor">The layer behind which it belongs.</param>
/// <param name="Layers">Attributes as they are written, in order.</param>
internal sealed record MissingActivation(FlowNode Anchor, IReadOnlyList<string> Layers)
{
    private const string Default = "ReLU", BatchNorm = "BatchNorm";

    /// <summary>False where the place is inside a block that one attribute brings in, or where what is inserted would be warned for.</summary>
    public bool CanInsert { get; private init; }

    /// <summary>The first weights, where their written <c>Init</c> would not suit the activation.</summary>
    public IReadOnlyList<FlowNode> Feeders { get; private init; } = [];

    /// <summary>For the message: <c>[BatchNorm] and [ReLU]</c>.</summary>
    public string Names => string.Join(" and ", Layers.Select(layer => $"[{layer}]"));

    /// <summary>For the fix: with a semicolon between.</summary>
    public string Suggestion => string.Join(";", Layers);

    /// <param name="graph">The network.</param>
    /// <param name="run">The weights with nothing that bends between them.</param>
    /// <param name="second">Those of the last ones that are judged.</param>
    public static MissingActivation Between(FlowGraph graph, LinearRun run, FlowNode second)
    {
        FlowNode[] path = [.. run.Between, second];
        var shared = run.Between.Where(run.IsShared).ToList();
        var normalization = shared.FindLast(node => node.IsNormalization);
        var joint = run.Firsts.Count == 1 ? run.Firsts[0] : shared.FindLast(node => node.IsConcat);
        var anchor = normalization ?? joint ?? run.Firsts[0];
        var behind = path.SkipWhile(node => node != anchor && path.Contains(anchor)).Where(node => node != anchor); // the anchor's attribute must end with it
        var (activation, text) = NetworkActivation(graph);
        string? inserted = normalization is null ? Normalization(graph, run.Firsts, activation) : null;
        bool dropsForSelu = activation.IsSelfNormalizing && path.Any(node => node is { Layer.Layer: { IsDropout: true, IsSelfNormalizing: false } });
        bool isSilenced = activation.IsRectifier && normalization is not null && ZeroInitRule.HasZeroScale(normalization);
        bool isFrozenBelow = inserted is not null && run.Firsts.Any(first => WeightArguments.IsFrozen(first.Layer!.Arguments));
        var feeders = run.Firsts.Where(first => HiddenLayers.IsUnsuited(first, activation)).ToList();

        // A bias goes where the normalisation stands right behind its layer: not from a block, and not from branches.
        bool keepsBias = run.Firsts.Any(first => (first.Block is not null || run.Firsts.Count > 1) && first.Layer!.Arguments.Bool("UseBias", false));
        return new MissingActivation(anchor, inserted is null ? [text] : [inserted, text])
        {
            Feeders = feeders,
            CanInsert = (normalization ?? joint) is not null
                && behind.Concat(run.Seconds).All(node => node.RootAttribute != anchor.RootAttribute)
                && !dropsForSelu && !isFrozenBelow && !isSilenced && !keepsBias && Fits(graph, anchor, inserted)
                && feeders.TrueForAll(first => first.Block is null),
        };
    }

    /// <summary>None before SELU, which needs none, nor where one over rows stands before the weights; else the network's own kind.</summary>
    private static string? Normalization(FlowGraph graph, IReadOnlyList<FlowNode> firsts, Layer activation) =>
        activation.IsSelfNormalizing ? null
        : OverRows(graph) is not { } rows ? BatchNorm
        : firsts.All(first => FlowGraph.ReachBack(first, node => node.IsNonlinearity).Any(HiddenLayers.IsRowNormalization)) ? null
        : Written(rows);

    /// <summary>The first normalisation over rows of a network that has no other.</summary>
    private static InferredLayer? OverRows(FlowGraph graph) => graph.Layers.Any(node => node is { Layer.Layer.IsBatchNormalization: true })
        ? null
        : graph.Layers.FirstOrDefault(HiddenLayers.IsRowNormalization)?.Layer;

    /// <summary>One over rows has several features to look at, and groups of them that come out even.</summary>
    private static bool Fits(FlowGraph graph, FlowNode anchor, string? inserted) => inserted is null or BatchNorm
        || ((anchor.Composite?.Output.Channels ?? Widths.Outputs(anchor.Layer!)) is > 1 and var width && OverRows(graph) is { } rows
            && (!rows.Layer.GroupsFeatures || (width % rows.Arguments.Int("groups", 1) == 0 && width > rows.Arguments.Int("groups", 1))));

    /// <summary>The commonest hidden activation, the first of those equally common; sigmoids, which LW2001 warns of, aside.</summary>
    private static (Layer Layer, string Text) NetworkActivation(FlowGraph graph) => graph.Layers
        .Where(node => HiddenLayers.IsElementwise(node) && !node.IsInGate && !node.Layer!.Layer.OpensGates && HiddenLayers.IsHidden(node))
        .GroupBy(node => Written(node.Layer!), StringComparer.Ordinal)
        .OrderByDescending(alike => alike.First().Layer!.Layer.IsSelfNormalizing)
        .ThenByDescending(alike => alike.Count())
        .Select(alike => (alike.First().Layer!.Layer, alike.Key))
        .DefaultIfEmpty((LayerRegistry.Get(Default), Default))
        .First();

    /// <summary>A layer as it is written again elsewhere: with the arguments that shape it, without those that name it.</summary>
    private static string Written(InferredLayer layer)
    {
        var arguments = layer.Declaration.Arguments.Where(argument => !IsName(argument) && !IsDefault(layer, argument)).Select(Text).ToList();
        return arguments.Count == 0 ? layer.Declaration.Kind : $"{layer.Declaration.Kind}({string.Join(", ", arguments)})";
    }

    private static bool IsName(Argument argument) => argument.Name is "Name" or "Key";

    private static bool IsDefault(InferredLayer layer, Argument argument) => layer.Layer.NegativeSide is { } side
        && argument.Name == side.Argument && side.Value(layer.Arguments) == (float)side.Default;

    private static string Text(Argument argument)
    {
        string value = argument.Value switch
        {
            bool flag => flag ? "true" : "false",
            double number => LayerIssues.Text(number),
            int number => LayerIssues.Text(number),
            _ => "",
        };
        return char.IsUpper(argument.Name[0]) ? $"{argument.Name} = {value}" : value;
    }
}
