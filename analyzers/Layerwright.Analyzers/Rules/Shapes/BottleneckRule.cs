using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1017: a hidden layer with fewer elements than the output.</summary>
internal sealed class BottleneckRule : NetworkRule
{
    public const string Id = "LW1017";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "A hidden layer narrower than the output",
        "{0} has {1} but the output has {2}: all of it has to pass through it; use at least {3}, unless that is meant",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What a layer does not let through no later layer can bring back: an output wider than a layer before it lies in as few dimensions as that layer has.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var (input, output) = (graph.Network.Input, graph.Network.Output);

        // An output as large as the input is an autoencoder's, flattened or not: there the narrow place is the point.
        if (graph.IsBlock || output.IsOpen || input.Length == output.Length)
        {
            yield break;
        }

        foreach (var node in graph.Layers.Where(node => IsOnEveryPath(node) && node.HasWeightsBehind))
        {
            if (node.Layer!.Output is { IsOpen: false } shape && shape.Length < output.Length)
            {
                yield return Places.Finding(
                    Id,
                    node,
                    node.Layer.Layer.IsConvolution ? "filters" : "units",
                    node.Name,
                    Elements(shape),
                    Figures.Whole(output.Length),
                    Enough(node.Layer, output.Length));
            }
        }
    }

    private static string Elements(Shape shape) => shape.Length == 1 ? "1 element"
        : shape.IsVector ? $"{Figures.Whole(shape.Length)} elements"
        : $"{Figures.Whole(shape.Length)} elements ({shape})";

    /// <summary>So many units, or filters that the groups divide, as make an element for each of the output's at its positions.</summary>
    private static string Enough(InferredLayer weights, int elements)
    {
        int step = Math.Max(1, weights.Layer.IsDepthwise(weights) ? weights.Input.Channels : weights.Arguments.Int("Groups", 1));
        long block = (long)step * weights.Output.Positions, channels = (elements + block - 1) / block * step;
        string what = !weights.Layer.IsConvolution ? "unit" : weights.Arguments.IsWritten("filters") ? "filter" : "channel";
        return $"{Figures.Whole(channels)} {what}{(channels == 1 ? "" : "s")}";
    }

    /// <summary>No branch: beside one, the data takes another way.</summary>
    private static bool IsOnEveryPath(FlowNode node) => node.IsAffine && node.Branch is null;
}
