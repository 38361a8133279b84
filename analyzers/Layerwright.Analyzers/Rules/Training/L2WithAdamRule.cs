using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5003: a penalty on weights that goes through Adam's division.</summary>
internal sealed class L2WithAdamRule : CallRule
{
    public const string Id = "LW5003";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "L2 penalty in Adam's gradient",
        "{0} enters the gradient, which {1} divides by its own size, so that weights with large gradients hardly decay; {2}",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Adam divides every gradient by a mean of its size, and a penalty in the gradient with it: the weights that move most are "
            + "regularised least. AdamW takes the decay off the weights themselves (Loshchilov and Hutter 2019).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override bool IsContested => true;

    /// <summary>A decay in the optimizer and penalties on layers are two faults: each has a cure of its own.</summary>
    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options) => Decays(body).Concat(Layers(body));

    /// <summary>True where this rule speaks of a network's penalties, so that LW5004 need not.</summary>
    public static bool SpeaksOf(INamedTypeSymbol optimizer) => Optimizers.IsOfAdamFamily(optimizer);

    private static IEnumerable<CallFinding> Decays(CallBody body)
    {
        foreach (var optimizer in body.Objects(Optimizers.Adam))
        {
            var decay = optimizer.Own.LastOrDefault(setting => setting.Name == Optimizers.WeightDecay);
            if (decay is not null && body.Number(decay.Value) is var value && value != 0)
            {
                string same = value is null ? "the same WeightDecay" : $"WeightDecay = {Figures.Rounded(value.Value)}";
                var finding = CallFinding.On(decay.Syntax, Optimizers.WeightDecay, Optimizers.Adam, $"use AdamW with {same}");
                yield return optimizer.Site is IObjectCreationOperation ? finding : finding.With(DiagnosticProperties.NoFix, bool.TrueString);
            }
        }
    }

    private static IEnumerable<CallFinding> Layers(CallBody body)
    {
        var seen = new HashSet<(ITypeSymbol, object)>();
        foreach (var training in body.Trainings)
        {
            if (Optimizers.TypeOf(body, training) is { } optimizer
                && SpeaksOf(optimizer)
                && Penalties.Of(body, training.NetworkType) is { } penalties
                && seen.Add((training.NetworkType, (object?)training.OptimizerObject ?? optimizer)))
            {
                yield return CallFinding.On(
                    training.Optimizer.Syntax, penalties.Text, optimizer.Name, "remove L2 and use WeightDecay of AdamW") with
                {
                    Others = [.. penalties.Places],
                    Properties = CallFinding.Unfixable,
                };
            }
        }
    }
}
