using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5005: a weight decay that outweighs the loss.</summary>
internal sealed class DecayTooStrongRule : CallRule
{
    public const string Id = "LW5005";

    private const double UsualCoupled = 1e-4, UsualDecoupled = 0.01;

    private static readonly RuleOption _mostCoupled = new("coupled_maximum", 0.1, 0, 1e6, "The strongest decay in the gradient (Sgd, Adam, RmsProp, AdaGrad) that is not reported.");
    private static readonly RuleOption _mostDecoupled = new("decoupled_maximum", 0.5, 0, 1e6, "The strongest decay of AdamW that is not reported.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Weight decay too strong",
        "WeightDecay of {0} is {1}: it outweighs the loss and keeps the weights near 0; use {2}, at most {3}",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "In the gradient (Sgd, Adam, RmsProp, AdaGrad) a decay of about 1e-4 is usual; AdamW's is multiplied by the rate first, and is about 0.01.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_mostCoupled, _mostDecoupled];

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        foreach (var optimizer in body.Objects(Optimizers.Optimizer).Where(optimizer => !optimizer.Type.IsAbstract))
        {
            bool isDecoupled = Optimizers.IsDecoupled(optimizer.Type);
            double most = options[isDecoupled ? _mostDecoupled : _mostCoupled], usual = isDecoupled ? UsualDecoupled : UsualCoupled;
            var decay = optimizer.Own.LastOrDefault(setting => setting.Name == Optimizers.WeightDecay);
            if (decay is not null && body.Number(decay.Value) is { } strength && (float)strength > (float)most)
            {
                string text = LayerIssues.Text(usual);
                yield return CallFinding.On(decay.Syntax, optimizer.Type.Name, LayerIssues.Text(strength), text, LayerIssues.Text(most))
                    .With(DiagnosticProperties.Suggestion, Optimizers.Literal(usual));
            }
        }
    }
}
