using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2009: probabilities trained by the loss of a regression.</summary>
internal sealed class SquaredErrorForClassesRule : NetworkRule
{
    public const string Id = "LW2009";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Squared error for probabilities",
        "[{0}] takes the probabilities of {1} for numbers: where the network is surely wrong, its gradient vanishes with that of {2}; remove {1} and use [{3}], which contains it",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The gradient of a squared or absolute error through softmax or sigmoid has their derivative as a factor, which is 0 where they "
            + "saturate, right or wrong. In cross-entropy it cancels: what is left is prediction minus target.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    // Some train by the Brier score on purpose, or by squares for calibration.
    public override bool IsContested => true;

    /// <summary>The activation that makes probabilities of the outputs which a regression's loss gets; null where there is none.</summary>
    public static FlowNode? Probabilities(FlowGraph graph, OutputHead head)
    {
        var output = head.Loss.Layer!.Input;
        if (!head.Kind.IsRegression || output.IsUnknown || output.IsImage || output.Length == graph.Network.Input.Length)
        {
            return null;
        }

        return head.Activations.Count > 0 && head.Activations[0] is var last
            && OutputHead.WeightsBefore(last) is not null
            && !SoftmaxOverOneRule.IsOverOne(last)
            && SoftmaxOverOneRule.LossOf(last.Layer!.Layer) is { } loss
            && (loss is ClassLossLayer || output.IsVector)
            && (last.Layer.Output.Channels == output.Channels || last.Layer.Output.Length == output.Length)
            ? last
            : null;
    }

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        if (OutputHead.Of(graph) is not { } head || Probabilities(graph, head) is not { } activation)
        {
            yield break;
        }

        var fitting = SoftmaxOverOneRule.LossOf(activation.Layer!.Layer)!;
        yield return Places.Finding(Id, head.Loss, null, head.Kind.Kind, activation.Name, fitting.Activation!, fitting.Kind) with
        {
            Suggestion = fitting.Kind,
            Others = head.Activations.Select(node => Places.Finding(Id, node, null)).ToEquatableArray(),
            IsMendable = Removal.AreSafe(head.Activations),
        };
    }
}
