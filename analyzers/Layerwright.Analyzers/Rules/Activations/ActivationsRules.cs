namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2xxx, activations and the output's head: one line for each rule.</summary>
internal static class ActivationsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SigmoidInHiddenLayerRule(),
        new DeepSaturatingRule(),
        new ActivationOnLogitsRule(),
        new DoubleSoftmaxRule(),
        new SoftmaxOverOneRule(),
        new SquaredErrorForClassesRule(),
        new BoundedRegressionHeadRule(),
    ];
}
