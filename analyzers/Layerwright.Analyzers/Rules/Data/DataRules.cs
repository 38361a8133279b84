namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6xxx, data, evaluation and search: one line for each rule.</summary>
internal static class DataRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
