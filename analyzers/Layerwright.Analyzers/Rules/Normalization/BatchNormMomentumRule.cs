using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4012: a momentum that another library means the other way round.</summary>
internal sealed class BatchNormMomentumRule : NetworkRule
{
    public const string Id = "LW4012";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Momentum of a batch normalisation the other way round",
        "Momentum of {0} is {1}, {2}; use the default 0.1",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Momentum is PyTorch's: the share of the new batch in the running statistics, 0.1 by default. Keras's is the share that is kept, 0.99 by default; one written for the other lets the statistics follow the last batch alone, or hardly move.",
        helpLinkUri: RuleLinks.Of(Id));

    private const string Momentum = nameof(Momentum);

    private static readonly RuleOption _maximum = new("maximum", 0.5, 0, 1, "The largest share of the new batch.");
    private static readonly RuleOption _minimum = new("minimum", 0.001, 0, 1, "The smallest share of the new batch.");

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_maximum, _minimum];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var norm in graph.Layers.Where(node => node.IsBatchNormalization && node.Layer!.Arguments.IsWritten(Momentum)))
        {
            double momentum = norm.Layer!.Arguments.Double(Momentum, 0);
            bool isHigh = momentum > (float)options[_maximum];
            if (isHigh || momentum < (float)options[_minimum])
            {
                yield return Places.Finding(Id, norm, Momentum, norm.Name, LayerIssues.Text(momentum), Meaning(momentum, isHigh)) with { Argument = Momentum };
            }
        }
    }

    private static string Meaning(double momentum, bool isHigh)
    {
        string other = LayerIssues.Text(Math.Round(1 - momentum, 6));
        string effect = isHigh ? "so the running statistics are little more than the last batch's"
            : momentum > 0 ? FormattableString.Invariant($"so the running statistics take {1 / momentum:0} steps to follow")
            : "so the running statistics never move";
        return isHigh
            ? $"the share of the new batch as in PyTorch (Keras's {LayerIssues.Text(momentum)}, the share kept, is {other} here), {effect}"
            : $"the share of the new batch as in PyTorch (Keras would write {other}, the share kept), {effect}";
    }
}
