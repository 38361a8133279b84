namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4xxx, normalisation and dropout: one line for each rule.</summary>
internal static class NormalizationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new MissingBatchNormRule(),
        new DropoutBeforeOutputRule(),
        new NormOverOneRule(),
        new NormBeforeLossRule(),
    ];
}
