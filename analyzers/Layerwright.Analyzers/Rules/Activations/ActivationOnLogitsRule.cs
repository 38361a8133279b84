using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2005: an activation between the last weights and a loss that takes raw outputs.</summary>
internal sealed class ActivationOnLogitsRule : NetworkRule
{
    public const string Id = "LW2005";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Activation on what the loss takes raw",
        "{0} stands between the last weights ({1}) and [{2}], which {3}; remove it",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A loss that includes its activation takes raw outputs of either sign and any size. Bent or bounded ones leave out "
            + "part of the probabilities it can give, and its gradient has the activation's on top.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        if (OutputHead.Of(graph) is not { Kind.IsRegression: false } head)
        {
            yield break;
        }

        foreach (var activation in head.Activations.Where(node => IsFault(head, node)))
        {
            if (OutputHead.WeightsBefore(activation) is { } weights)
            {
                yield return Places.Finding(Id, activation, null, activation.Name, weights.Name, head.Kind.Kind, Taken(head)) with
                {
                    IsMendable = Removal.IsSafe(activation),
                };
            }
        }
    }

    /// <summary>What the loss contains is LW2006's, what is constant LW2007's; a loss of margins minds only shares.</summary>
    private static bool IsFault(OutputHead head, FlowNode activation) =>
        !head.Kind.Contains(activation.Layer!.Layer)
        && !SoftmaxOverOneRule.IsOverOne(activation)
        && (head.Kind.Activation is not null || activation.Layer.Layer.Kind == "Softmax");

    private static string Taken(OutputHead head) => head.Kind.Activation is { } contained
        ? $"takes raw outputs of either sign and applies {contained} itself"
        : "wants a margin between raw scores, while shares of a whole differ by less than 1";
}
