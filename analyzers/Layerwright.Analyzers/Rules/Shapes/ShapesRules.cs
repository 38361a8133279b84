namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1xxx, shapes and topology: one line for each rule.</summary>
internal static class ShapesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WrongRankRule(),
        new MissingFlattenRule(),
        new KernelTooLargeRule(),
        new PixelsDroppedRule(),
        new StrideSkipsRule(),
        new PoolRemainderRule(),
        new CollapsedTooEarlyRule(),
        new PaddingTooLargeRule(),
        new EvenKernelSameRule(),
        new GroupsDoNotDivideRule(),
        new ResidualShapeRule(),
        new ConcatShapeRule(),
        new TransposedCheckerboardRule(),
        new LargeKernelRule(),
        new MissingNonlinearityRule(),
        new HugeDenseAfterFlattenRule(),
        new BottleneckRule(),
        new DeepWithoutResidualRule(),
        new ShrinkingFiltersRule(),
        new RedundantLayerRule(),
        new OutputLossMismatchRule(),
        new PoolPaddingTooLargeRule(),
    ];
}
