using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1019: a convolution with fewer filters than channels right behind a stride or a pooling.</summary>
internal sealed class ShrinkingFiltersRule : NetworkRule
{
    public const string Id = "LW1019";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Fewer filters where the image shrinks",
        "{0} has {1} filters for {2} channels, though the image shrinks right before it; where positions get fewer filters usually get more, so use at least {2}",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "As an image shrinks, the channels are what carries its content on: networks double them where they halve it (Simonyan and Zisserman 2014, He et al. 2015).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var node in graph.Layers.Where(node => node.IsAffine && node.IsWritten && !IsJoined(node) && IsHidden(node)))
        {
            var axes = Windows.Placed(node);
            int channels = node.Layer!.Input.Channels, filters = node.Layer.Output.Channels;
            if (axes.Any(axis => axis.Window.Size > 1) && filters > 0 && filters < channels && IsBehindReduction(node))
            {
                yield return Places.Finding(Id, node, "filters", node.Name, Figures.Whole(filters), Figures.Whole(channels));
            }
        }
    }

    /// <summary>Channels side by side with others are few by themselves (DenseNet's growth).</summary>
    private static bool IsJoined(FlowNode node)
    {
        for (var branch = node.Branch; branch is not null; branch = branch.Parent)
        {
            if (branch.Composite.Layer.JoinsChannels)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Weights follow: the last ones have as many filters as the output needs.</summary>
    private static bool IsHidden(FlowNode node) => FlowGraph.Reach(node, behind => behind.IsAffine).Any(behind => behind.IsAffine);

    /// <summary>The image has been made smaller by the weights before or since; a decoder, which makes it larger, sheds channels as it should.</summary>
    private static bool IsBehindReduction(FlowNode node)
    {
        var before = FlowGraph.ReachBack(node, reached => reached.IsAffine || Enlarges(reached)).ToList();
        return before.Exists(Reduces) && !before.Exists(Enlarges);
    }

    private static bool Enlarges(FlowNode node) => node.Layer is { Layer.IsUpsampling: true };

    private static bool Reduces(FlowNode node) => Windows.Of(node).Any(axis => axis.Stride > 1);
}
