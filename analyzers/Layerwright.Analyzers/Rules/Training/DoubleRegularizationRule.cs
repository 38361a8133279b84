using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5004: weights drawn to 0 by their layer and by the optimizer. Where LW5003 speaks of the layers' penalties, it is enough.</summary>
internal sealed class DoubleRegularizationRule : CallRule
{
    public const string Id = "LW5004";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "L2 penalty and weight decay together",
        "WeightDecay of {0} comes on top of {1}, so that weights decay twice{2}; remove one of the two",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A layer's L2 and the optimizer's coupled decay add the same term to the gradient, so the strength is their sum, which nobody wrote down.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var training in body.Trainings)
        {
            if (Optimizers.Decay(body, training.OptimizerObject) is not { } decay
                || L2WithAdamRule.SpeaksOf(training.OptimizerObject!.Type)
                || Penalties.Of(body, training.NetworkType) is not { } penalties)
            {
                continue;
            }

            string sum = body.Number(decay.Value) is { } value ? $", by {LayerIssues.Text(value + penalties.Strongest)} in all" : "";
            var finding = CallFinding.On(decay.Syntax, training.OptimizerObject.Type.Name, penalties.Text, sum) with { Others = [.. penalties.Places] };
            yield return penalties.AreOwn ? finding : finding.With(DiagnosticProperties.InBlock, bool.TrueString);
        }
    }
}
