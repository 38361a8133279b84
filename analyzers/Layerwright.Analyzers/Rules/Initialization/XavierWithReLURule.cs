using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3001: Xavier or LeCun weights before a rectifier.</summary>
internal sealed class XavierWithReLURule : NetworkRule
{
    public const string Id = "LW3001";

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
            .Where(node => node.IsAffine && node.IsWritten && Initializations.IsForLinear(node.Layer!))
            .Select(node => Meeting.Of(node))
            .OfType<Meeting>()
            .Where(meeting => meeting.IsTooSmall)
            .ToList();

        // Where a normalisation stands between, the scale is cancelled and takes no part in the shrinking.
        var shrinking = fed.Where(meeting => !meeting.IsNormalized).ToList();
        double overall = shrinking.Aggregate(1.0, (product, meeting) => product * meeting.Factor);
        foreach (var meeting in fed)
        {
            string consequence = meeting.IsNormalized
                ? "asks for another scale (the normalisation between cancels it)"
                : $"shrinks the signal to {Text(meeting.Factor)} of its size"
                    + (shrinking.Count > 1 ? $" here, and to {Text(overall)} over {shrinking.Count.ToString(CultureInfo.InvariantCulture)} such layers" : "");
            string init = WeightInitialization.Written(meeting.Weights.Layer!.Arguments).ToString();
            var finding = Places.Finding(
                Id, meeting.Weights, "Init", meeting.Weights.Name, init, meeting.Rectifier.Name, consequence);
            yield return meeting.IsNormalized ? finding with { Severity = DiagnosticSeverity.Info } : finding;
        }
    }

    private static string Text(double factor) => factor.ToString("G2", CultureInfo.InvariantCulture);

    /// <summary>Weights, and the first rectifier that their output meets.</summary>
    private sealed record Meeting(FlowNode Weights, FlowNode Rectifier, bool IsNormalized)
    {
        /// <summary>By how much the deviation shrinks from this layer's input to the next one's.</summary>
        public double Factor => Initializations.Shrinkage(Weights.Layer!, Rectifier.Layer!);

        /// <summary>A written <c>InitScale</c> may make up for what the rectifier takes.</summary>
        public bool IsTooSmall => Factor < 1 || !Weights.Layer!.Arguments.IsWritten("InitScale");

        public static Meeting? Of(FlowNode weights)
        {
            var bare = FlowGraph.Reach(weights, node => Initializations.EndsReach(node) || node.IsNormalization);
            if (bare.FirstOrDefault(IsRectifier) is { } direct)
            {
                return new Meeting(weights, direct, IsNormalized: false);
            }

            return FlowGraph.Reach(weights, Initializations.EndsReach).FirstOrDefault(IsRectifier) is { } normalized
                ? new Meeting(weights, normalized, IsNormalized: true)
                : null;
        }

        private static bool IsRectifier(FlowNode node) => node.Layer is { Layer.IsRectifier: true };
    }
}
