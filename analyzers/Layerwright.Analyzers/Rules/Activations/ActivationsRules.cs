namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2xxx, activations and the output's head: one line for each rule.</summary>
internal static class ActivationsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SigmoidInHiddenLayerRule(),
        new TanhInHiddenLayerRule(),
        new DeepSaturatingRule(),
        new DoubleActivationRule(),
        new ActivationOnLogitsRule(),
        new DoubleSoftmaxRule(),
        new SoftmaxOverOneRule(),
        new SoftmaxInHiddenLayerRule(),
        new SquaredErrorForClassesRule(),
        new BoundedRegressionHeadRule(),
        new BadSlopeRule(),
        new DyingReluRiskRule(),
        new MaxoutCostRule(),
        new PReLUDecayRule(),
        new ReluBeforeSumRule(),
    ];
}
