using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4013: dropout among the convolutions of a batch-normalised stack.</summary>
internal sealed class DropoutWithBatchNormRule : NetworkRule
{
    public const string Id = "LW4013";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Dropout inside a batch-normalised convolution stack",
        "{0} drops between {1} and {2}, which {3} regularises already; remove it, or keep dropout for the layers behind the convolutions",
        Categories.Normalization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Batch normalisation regularises convolutions by itself, whose few shared weights overfit little; networks that have it (Inception, ResNet) leave dropout out there "
            + "(Ioffe and Szegedy 2015, section 4.2.1; Li et al. 2018).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var dropout in Dropouts.Of(graph).Where(node => !DropoutBeforeBatchNormRule.Concerns(node)))
        {
            var before = FlowGraph.ReachBack(dropout, node => node.IsAffine).ToList();
            if (before.FirstOrDefault(IsConvolution) is { } from
                && before.FirstOrDefault(node => node.UsesBatchStatistics) is { } norm
                && FlowGraph.Reach(dropout, node => node.IsAffine).FirstOrDefault(IsConvolution) is { } to)
            {
                yield return Places.Finding(Id, dropout, null, dropout.Name, from.Name, to.Name, norm.Name) with { IsMendable = Dropouts.CanGo(graph, dropout) };
            }
        }
    }

    private static bool IsConvolution(FlowNode node) => node.Layer is { Layer.IsConvolution: true };
}
