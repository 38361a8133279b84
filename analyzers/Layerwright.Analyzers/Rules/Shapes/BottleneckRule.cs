using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1017: a hidden layer with fewer elements than the output.</summary>
internal sealed class BottleneckRule : NetworkRule
{
    public const string Id = "LW1017";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "A hidden layer narrower than the output",
        "{0} has {1} but the output has {2}: all of it has to pass through it; use at least {2}, unless that is meant",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What a layer does not let through no later layer can bring back: an output wider than a layer before it lies in as few dimensions as that layer has.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var (input, output) = (graph.Network.Input, graph.Network.Output);

        // An output like the input is an autoencoder's: there the narrow place is the point.
        if (graph.IsBlock || output.IsUnknown || input == output)
        {
            yield break;
        }

        foreach (var node in graph.Layers.Where(node => IsOnEveryPath(node) && IsHidden(node)))
        {
            if (node.Layer!.Output is { IsUnknown: false } shape && shape.Length < output.Length)
            {
                yield return Places.Finding(
                    Id,
                    node,
                    node.Layer.Layer.IsConvolution ? "filters" : "units",
                    node.Name,
                    shape.Length == 1 ? "1 element" : $"{Windows.Text(shape.Length)} elements",
                    Windows.Text(output.Length));
            }
        }
    }

    /// <summary>No branch: beside one, the data takes another way.</summary>
    private static bool IsOnEveryPath(FlowNode node) => node.IsAffine && node.Branch is null;

    private static bool IsHidden(FlowNode node) => FlowGraph.Reach(node, behind => behind.IsAffine).Any(behind => behind.IsAffine);
}
