namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5xxx, calls that train: one line for each rule.</summary>
internal static class TrainingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
