using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3002: He's weights before tanh or sigmoid.</summary>
internal sealed class HeWithSaturatingRule : NetworkRule
{
    public const string Id = "LW3002";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "He initialisation before tanh or sigmoid",
        "{0} starts with Init.{1} but feeds {2}, which passes both halves of its input: the weights are {3} times as large as suits it; use Init.Xavier",
        Categories.Initialization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "He's factor 2 makes up for the half that a rectifier takes. Tanh and sigmoid take none, and larger inputs only push them to where they are flat (Glorot and Bengio 2010).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var weights in graph.Layers.Where(node => node.IsAffine && node.IsWritten && Initializations.IsForRectifier(node.Layer!)))
        {
            // Where the output goes into a rectifier too, He is right for that one.
            if (Initializations.Fed(weights, Initializations.IsSaturating) is { } saturating
                && Initializations.Fed(weights, Initializations.IsRectifier) is null
                && !TooLargeInitRule.IsSaturatingAt(graph, weights))
            {
                string init = Initializations.Written(weights.Layer!).ToString();
                yield return Places.Finding(Id, weights, Initializations.Argument, weights.Name, init, saturating.Name, Figures.Text(Excess(weights)));
            }
        }
    }

    /// <summary>He's deviation over Xavier's, √(2/in) over √(2/(in + out)).</summary>
    private static double Excess(FlowNode weights)
    {
        double fanIn = StartingWeights.Of(weights).FanIn;
        return Math.Sqrt((fanIn + StartingWeights.Parameter(weights).FanOut) / fanIn);
    }
}
