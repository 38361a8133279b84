using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4014: batch normalisation between the last weights and the loss.</summary>
internal sealed class NormBeforeLossRule : NetworkRule
{
    public const string Id = "LW4014";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Batch normalisation on the outputs",
        "{0} stands between the last weights ({1}) and [{2}]: every output gets one mean and one scale over the batch, {3}; remove it",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Batch normalisation makes an output depend on the other rows of its batch and holds its mean and scale to two numbers a "
            + "feature. Between layers that is a help; of what the loss compares with targets it takes what the weights have learned to say.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        if (OutputHead.Of(graph) is not { } head)
        {
            yield break;
        }

        string consequence = head.Kind.IsRegression
            ? "and what a row's numbers are depends on the rows beside it"
            : "and how sure the network is of a row depends on the rows beside it";
        foreach (var norm in head.Layers.Where(node => node.Layer!.Layer.IsBatchNormalization))
        {
            if (OutputHead.WeightsBefore(norm) is { } weights)
            {
                yield return Places.Finding(Id, norm, null, norm.Name, weights.Name, head.Kind.Kind, consequence) with { IsMendable = Removal.IsSafe(norm) };
            }
        }
    }
}
