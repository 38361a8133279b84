namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2xxx, activations and the output's head: one line for each rule.</summary>
internal static class ActivationsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SigmoidInHiddenLayerRule(),
        new TanhInHiddenLayerRule(),
        new DoubleActivationRule(),
        new SoftmaxInHiddenLayerRule(),
        new BadSlopeRule(),
        new DyingReluRiskRule(),
        new MaxoutCostRule(),
        new PReLUDecayRule(),
        new ReluBeforeSumRule(),
    ];
}
