using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1020: a layer that hands on what it gets.</summary>
internal sealed class RedundantLayerRule : NetworkRule
{
    public const string Id = "LW1020";

    private const string Use = nameof(Use), Times = "times";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "The layer changes nothing",
        "{0} changes nothing: {1}; {2}",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A layer without effect is either left over or not what was meant: a window that was to be larger, a flatten before the layer that makes a vector already.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var trial = new Trial(graph, options);
        var layers = graph.Network.Declaration.Layers;
        foreach (var node in graph.Layers)
        {
            if (Reason(graph, node) is { } reason)
            {
                var finding = Places.Finding(Id, node, null, node.Name, reason, "remove it");
                yield return finding with
                {
                    IsMendable = layers.Count > 1 && trial.Mends([finding], layers.Where(layer => layer.Attribute != node.RootAttribute)),
                };
            }
        }

        // Repetitions are dissolved in the graph; a block's own are said where it is written.
        foreach (var repeat in graph.Network.Root.Layers.Where(layer => layer.Layer is RepeatLayer && layer.Arguments.Int(Times, 0) == 1))
        {
            var finding = new Finding(new Issue(
                Id, repeat.Declaration.Attribute, null, EquatableArray.Of(repeat.Name, "it runs its block once", "remove the repetition and use [Use<T>]")));
            yield return finding with
            {
                IsMendable = trial.Mends([finding], layers.Select(layer => layer.Attribute == repeat.Declaration.Attribute ? Once(layer) : layer)),
            };
        }
    }

    /// <summary>Why a layer is without effect; null where it has one. What a block's user brings is not known in the block.</summary>
    private static string? Reason(FlowGraph graph, FlowNode node)
    {
        var axes = Windows.Of(node);
        return node.Layer is { Layer: FlattenLayer, Input.IsVector: true } && !graph.IsBlock ? $"its input is a vector of {node.Layer.Input} already"
            : node.Layer is { Layer.IsPooling: true } && axes.Count > 0 && axes.All(axis => axis is { Window.Size: 1, Stride: 1 }) ? $"its window is {Windows.Size(axes)}"
            : null;
    }

    private static LayerDeclaration Once(LayerDeclaration repeat) => repeat with
    {
        Kind = Use,
        Arguments = repeat.Arguments.Where(argument => !string.Equals(argument.Name, Times, StringComparison.OrdinalIgnoreCase)).ToEquatableArray(),
    };
}
