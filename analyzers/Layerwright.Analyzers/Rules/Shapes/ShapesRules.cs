namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1xxx, shapes and topology: one line for each rule.</summary>
internal static class ShapesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WrongRankRule(),
        new MissingFlattenRule(),
        new KernelTooLargeRule(),
        new GroupsDoNotDivideRule(),
        new ResidualShapeRule(),
        new ConcatShapeRule(),
        new HugeDenseAfterFlattenRule(),
        new OutputLossMismatchRule(),
        new PoolPaddingTooLargeRule(),
    ];
}
