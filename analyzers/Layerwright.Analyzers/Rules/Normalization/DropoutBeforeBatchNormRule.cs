using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4004: dropout directly before a batch normalisation; a hint where a strong one stands further ahead.</summary>
internal sealed class DropoutBeforeBatchNormRule : NetworkRule
{
    public const string Id = "LW4004";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Dropout before a batch normalisation",
        "{0} {1} {2} makes the variance there in training up to {3} times what it is in prediction; {4}",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Dropout scales what it keeps, so that the variance in training is larger than in prediction, where nothing is dropped. The running variance is the training's: "
            + "in prediction the batch normalisation divides by too much (Li et al. 2018, variance shift).",
        helpLinkUri: RuleLinks.Of(Id));

    private static readonly RuleOption _strongRate =
        new("strong_rate", 0.5, 0, 1, "The rate from which a dropout is mentioned that has a batch normalisation anywhere behind it.");

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override bool IsContested => true;

    public override IReadOnlyList<RuleOption> Options { get; } = [_strongRate];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var dropout in Dropouts.Of(graph))
        {
            if (Shifted(dropout, options[_strongRate]) is not { } norm)
            {
                continue;
            }

            bool isDirect = IsDirect(dropout);
            var home = Home(graph, dropout);
            string factor = (1 / (1 - Dropouts.Rate(dropout))).ToString("0.##", CultureInfo.InvariantCulture);
            yield return Places.Finding(
                Id, dropout, null, dropout.Name, isDirect ? "right before" : "ahead of", norm.Name, factor, home is null ? "remove it" : $"move it behind {home.Name}") with
            {
                Severity = isDirect ? null : DiagnosticSeverity.Info,
                Others = home is null ? default : EquatableArray.Of(Places.Finding(Id, home, null)),
                IsMendable = Dropouts.CanGo(graph, dropout),
            };
        }
    }

    /// <summary>True where this rule speaks of the dropout: others need not.</summary>
    internal static bool Concerns(FlowNode dropout) => Shifted(dropout, _strongRate.Default) is not null;

    /// <summary>The batch normalisation whose statistics it shifts.</summary>
    private static FlowNode? Shifted(FlowNode dropout, double strongRate) =>
        Direct(dropout).FirstOrDefault()
        ?? (Dropouts.Rate(dropout) >= (float)strongRate ? FlowGraph.Reach(dropout, node => false).FirstOrDefault(node => node.UsesBatchStatistics) : null);

    private static bool IsDirect(FlowNode dropout) => Direct(dropout).Any();

    private static IEnumerable<FlowNode> Direct(FlowNode dropout) =>
        FlowGraph.Reach(dropout, node => !node.IsPooling && !node.IsReshaping && !node.IsDropout).Where(node => node.UsesBatchStatistics);

    /// <summary>The nonlinearity behind the last batch normalisation, where weights follow and nothing speaks against a dropout there.</summary>
    private static FlowNode? Home(FlowGraph graph, FlowNode dropout)
    {
        var behind = new HashSet<FlowNode>(FlowGraph.Reach(dropout, node => false));
        var last = graph.Layers.Last(node => node.UsesBatchStatistics && behind.Contains(node));
        return FlowGraph.Reach(last, node => node.IsActivation || node.IsAffine).FirstOrDefault(node => node.IsActivation) is { } home && Suits(home, dropout)
            ? home
            : null;
    }

    private static bool Suits(FlowNode home, FlowNode dropout) => home.Block is null && dropout.Block is null
        && home.HasWeightsBehind
        && home.Layer!.Layer.IsSelfNormalizing == dropout.Layer!.Layer.IsSelfNormalizing
        && (!dropout.Layer.Layer.DropsChannels || home.Layer.Output.IsImage)
        && (home.Layer.Output.IsUnknown || !Dropouts.LeavesFewerThan(DropoutTooStrongRule.MinimumWidth, Dropouts.Rate(dropout), home.Layer.Output.Channels));
}
