using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4009: plain dropout behind SELU.</summary>
internal sealed class SeluDropoutRule : NetworkRule
{
    public const string Id = "LW4009";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Plain dropout behind SELU",
        "{0} sets what {1} puts out to 0, which changes mean and variance; use [AlphaDropout({2})], which keeps them",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "SELU keeps mean 0 and variance 1 from layer to layer. Dropout to 0 breaks that; alpha dropout drops to SELU's lower limit and scales so that both are kept (Klambauer et al. 2017).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        // No alpha dropout drops whole channels.
        foreach (var dropout in Dropouts.Of(graph).Where(node => node.Layer!.Layer is { IsSelfNormalizing: false, DropsChannels: false }))
        {
            if (FlowGraph.ReachBack(dropout, node => !node.IsPooling && !node.IsReshaping && !node.IsDropout).FirstOrDefault(node => node.IsSelfNormalizing && node.IsActivation) is { } selu)
            {
                yield return Places.Finding(Id, dropout, null, dropout.Name, selu.Name, LayerIssues.Text(Dropouts.Rate(dropout)));
            }
        }
    }
}
