namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4xxx, normalisation and dropout: one line for each rule.</summary>
internal static class NormalizationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new MissingBatchNormRule(),
        new NormAfterActivationRule(),
        new BiasBeforeNormRule(),
        new DropoutBeforeBatchNormRule(),
        new DropoutBeforeOutputRule(),
        new DropoutBeforePoolRule(),
        new DropoutTooStrongRule(),
        new StackedDropoutRule(),
        new SeluDropoutRule(),
        new NormOverOneRule(),
        new BatchNormEpsilonRule(),
        new BatchNormMomentumRule(),
        new DropoutWithBatchNormRule(),
        new NormBeforeLossRule(),
        new StackedNormRule(),
        new AlphaDropoutWithoutSeluRule(),
    ];
}
