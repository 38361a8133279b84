using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3002: He's weights before tanh or sigmoid.</summary>
internal sealed class HeWithSaturatingRule : NetworkRule
{
    public const string Id = "LW3002";

    /// <summary>The least that two digits tell from 1.</summary>
    private const double SmallestExcess = 1.05;

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "He initialisation before tanh or sigmoid",
        "{0} starts with Init.{1} but feeds {2}, which passes both halves of its input{3}; use Init.Xavier",
        Categories.Initialization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "He's factor 2 makes up for the half that a rectifier takes. Tanh and sigmoid take none, and larger inputs only push them to where they are flat (Glorot and Bengio 2010).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var weights in graph.Layers.Where(node => Initializations.IsStarted(node) && Initializations.IsForRectifier(node.Layer!)))
        {
            // Where the output goes into a rectifier too, He is right for that one.
            if (Initializations.Fed(weights, Initializations.IsSaturating) is { } saturating
                && Initializations.Fed(weights, Initializations.IsRectifier) is null
                && !TooLargeInitRule.IsSaturatingAt(graph, weights)
                && (IsLarger(weights) || Initializations.Scale(weights.Layer!) == 1))
            {
                string excess = IsLarger(weights) ? $": the weights are {Figures.Text(Excess(weights))} times as large as suits it" : "";
                string init = Initializations.Written(weights.Layer!).ToString();
                yield return Places.Finding(Id, weights, Initializations.Argument, weights.Name, init, saturating.Name, excess);
            }
        }
    }

    /// <summary>Not where there are far more inputs than outputs, nor where a written <c>InitScale</c> makes up for it.</summary>
    private static bool IsLarger(FlowNode weights) => Excess(weights) >= SmallestExcess;

    /// <summary>He's deviation over Xavier's, √(2/in) over √(2/(in + out)), and a written scale.</summary>
    private static double Excess(FlowNode weights)
    {
        double fanIn = StartingWeights.Of(weights).FanIn;
        return Initializations.Scale(weights.Layer!) * Math.Sqrt((fanIn + StartingWeights.Parameter(weights).FanOut) / fanIn);
    }
}
