namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5xxx, calls that train: one line for each rule.</summary>
internal static class TrainingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new LearningRateRangeRule(),
        new BadHyperparameterRule(),
        new L2WithAdamRule(),
        new DoubleRegularizationRule(),
        new DecayTooStrongRule(),
        new BatchNormBatchOfOneRule(),
        new NoDecayScheduleRule(),
        new ScheduleNeverFiresRule(),
        new NothingTrainableRule(),
        new FineTuneRateRule(),
        new LiveStatisticsAboveFrozenRule(),
    ];
}
