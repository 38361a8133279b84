using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3001: Xavier or LeCun weights before a rectifier.</summary>
internal sealed class XavierWithReLURule : NetworkRule
{
    public const string Id = "LW3001";

    /// <summary>A signal that keeps so much of its size does not shrink.</summary>
    private const double LeastKept = 0.99;

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Xavier or LeCun initialisation before a rectifier",
        "{0} starts with Init.{1} but feeds {2}, which {3}; use Init.He",
        Categories.Initialization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Both keep the variance of a layer that is linear around zero. A rectifier passes half of it, so the signal shrinks from layer to layer; He's initialisation has the factor 2 that makes up for it (He et al. 2015).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var fed = graph.Layers
            .Where(node => Initializations.IsStarted(node) && Initializations.IsForLinear(node.Layer!))
            .Select(Meeting.Of)
            .OfType<Meeting>()
            .Where(meeting => meeting.IsTooSmall)
            .ToList();

        // Where a normalisation stands between, the scale is cancelled and takes no part in the shrinking.
        var shrinking = fed.Where(meeting => !meeting.IsNormalized).Select(meeting => (meeting.Weights, meeting.Rectifier)).ToList();
        double overall = shrinking.Count > 1 ? Initializations.AgainstHe(graph, shrinking).Min() : 1;
        foreach (var meeting in fed)
        {
            string consequence = meeting.IsNormalized
                ? "asks for another scale (the normalisation between cancels it)"
                : $"shrinks the signal to {Figures.Text(meeting.Factor)} of its size"
                    + (shrinking.Count > 1 ? $" here, and to {Figures.Text(overall)} over {Figures.Text(shrinking.Count)} such layers" : "");
            string init = Initializations.Written(meeting.Weights.Layer!).ToString();
            var finding = Places.Finding(
                Id, meeting.Weights, Initializations.Argument, meeting.Weights.Name, init, meeting.Rectifier.Name, consequence);
            yield return meeting.IsNormalized ? finding with { Severity = DiagnosticSeverity.Info } : finding;
        }
    }

    /// <summary>Weights, and the first rectifier that their output meets.</summary>
    private sealed record Meeting(FlowNode Weights, FlowNode Rectifier, bool IsNormalized)
    {
        /// <summary>By how much the signal shrinks from this layer's input to the next one's.</summary>
        public double Factor => Initializations.Shrinkage(Weights, Rectifier);

        /// <summary>A written <c>InitScale</c> may make up for what the rectifier takes, and so may far fewer outputs than inputs.</summary>
        public bool IsTooSmall => Factor < LeastKept;

        public static Meeting? Of(FlowNode weights) =>
            Initializations.FedBare(weights, Initializations.IsRectifier) is { } direct ? new Meeting(weights, direct, IsNormalized: false)
            : Initializations.Fed(weights, Initializations.IsRectifier) is { } normalized ? new Meeting(weights, normalized, IsNormalized: true)
            : null;
    }
}
