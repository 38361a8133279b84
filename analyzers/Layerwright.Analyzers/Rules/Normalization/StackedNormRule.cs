using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4015: two normalisations in a row.</summary>
internal sealed class StackedNormRule : NetworkRule
{
    public const string Id = "LW4015";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Normalisations in a row",
        "{0} normalises what {1} has normalised; keep one",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The second undoes the scale and shift that the first has learnt and puts its own there: it costs memory, time and parameters, and changes nothing else.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var norm in graph.Layers)
        {
            if (norm.IsNormalization && Before(norm) is { } first)
            {
                yield return Places.Finding(Id, norm, null, norm.Name, first.Name);
            }
        }
    }

    /// <summary>The normalisation whose output goes into this one, dropped from or not, and nowhere else.</summary>
    private static FlowNode? Before(FlowNode norm)
    {
        var node = norm;
        while (node.Previous.Count == 1 && node.Previous[0] is { Next.Count: 1 } before)
        {
            if (before.IsNormalization)
            {
                return before;
            }

            if (!before.IsDropout)
            {
                return null;
            }

            node = before;
        }

        return null;
    }
}
