namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6xxx.</summary>
internal static class DataRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new UnnormalizedInputRule(),
        new NormalizerFittedOnTestRule(),
        new ShuffleOffRule(),
        new TestUsedForSelectionRule(),
        new GridSearchRule(),
        new LinearRateSamplingRule(),
        new NoSeedRule(),
        new GradientCheckSetupRule(),
        new WhitenedImagesRule(),
    ];
}
