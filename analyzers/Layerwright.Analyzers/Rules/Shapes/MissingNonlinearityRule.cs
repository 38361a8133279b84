using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1015: two weight layers in a row that nothing bends between: together they are one linear map.</summary>
internal sealed class MissingNonlinearityRule : NetworkRule
{
    public const string Id = "LW1015";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "No nonlinearity between two weight layers",
        "{0} follows {1} with no nonlinearity between, so the two compute no more than one linear layer does; insert {2}",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A linear map of a linear map is a linear map: without a nonlinearity between, the second weight layer adds parameters and work but nothing that the first could not compute alone. "
            + "Only where the layer between is narrower than both sides is it meant so: a linear bottleneck, as in MobileNetV2 or an autoencoder's code.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var first in graph.Layers.Where(node => IsLinear(node) && !node.Layer!.Layer.IsUpsampling))
        {
            if (Behind(first) is { } path && path[path.Count - 1] is var second && IsWide(first, second))
            {
                var missing = MissingActivation.Between(graph, first, path);
                var finding = Places.Finding(Id, second, null, second.Name, first.Name, missing.Names) with
                {
                    Suggestion = missing.Suggestion,
                    IsMendable = missing.CanInsert,
                };
                yield return missing.CanInsert
                    ? (finding with { Others = EquatableArray.Of(Places.Finding(Id, missing.Anchor, null)) }).WithFeeders(missing.Feeders)
                    : finding;
            }
        }
    }

    /// <summary>Weights that mix channels and bend nothing themselves, as maxout does.</summary>
    private static bool IsLinear(FlowNode node) => node is { IsAffine: true, IsNonlinearity: false, IsWritten: true } && !node.Layer!.Layer.IsDepthwise(node.Layer);

    /// <summary>The way to the next weights, those last; null where something bends before, or where the way parts or meets another: a residual's sum or start, a gate's.</summary>
    private static List<FlowNode>? Behind(FlowNode first)
    {
        var path = new List<FlowNode>();
        for (var node = first; node.Next.Count == 1;)
        {
            node = node.Next[0];
            path.Add(node);
            if (node.IsAffine)
            {
                return IsLinear(node) ? path : null;
            }

            if (node.IsNonlinearity || node.IsSum)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Not narrower than both sides. A block alone says so only where it is so for every input.</summary>
    private static bool IsWide(FlowNode first, FlowNode second)
    {
        var (one, other) = (first.Layer!, second.Layer!);
        int width = Widths.Outputs(one), after = Widths.Outputs(other);
        int seen = other.Input.IsVector && !one.Output.IsVector ? other.Input.Length : width;
        return (one.Input.Channels > 0 && width >= one.Input.Channels) || (after > 0 && seen >= after);
    }
}
