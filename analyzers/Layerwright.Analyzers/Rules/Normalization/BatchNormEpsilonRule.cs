using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4011: an ε that is no longer small.</summary>
internal sealed class BatchNormEpsilonRule : NetworkRule
{
    public const string Id = "LW4011";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Large ε in a batch normalisation",
        "Epsilon of {0} is {1}: features of a variance near it or below are not brought to 1; use the default 1e-5",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "ε only keeps the root from 0. A large one shrinks features of small variance instead of normalising them: at ε = 0.1 one of variance 0.1 comes out with deviation 0.71.",
        helpLinkUri: RuleLinks.Of(Id));

    private const string Epsilon = nameof(Epsilon);

    private static readonly RuleOption _maximum = new("maximum", 1e-2, 0, 1, "The largest ε.");

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_maximum];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var norm in graph.Layers.Where(node => node.IsBatchNormalization))
        {
            double epsilon = norm.Layer!.Arguments.Double(Epsilon, 0);
            if (epsilon > (float)options[_maximum])
            {
                yield return Places.Finding(Id, norm, Epsilon, norm.Name, LayerIssues.Text(epsilon)) with { Argument = Epsilon };
            }
        }
    }
}
