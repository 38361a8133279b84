namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3xxx, how weights start: one line for each rule.</summary>
internal static class InitializationRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new XavierWithReLURule(),
        new HeWithSaturatingRule(),
        new SeluInitRule(),
        new ZeroInitRule(),
        new TooSmallInitRule(),
        new TooLargeInitRule(),
        new NonZeroBiasRule(),
        new ResidualGammaRule(),
        new ResidualGrowthRule(),
    ];
}
