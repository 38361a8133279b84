namespace Layerwright;

/// <summary>LW7012: training came to rest at few right answers, as few as in validation: the network is too small for the task.</summary>
internal sealed class Underfitting : Diagnosis
{
    /// <summary>Epochs before a curve can be at rest; the last third of them is looked at.</summary>
    private const int FewestEpochs = 6;

    /// <summary>The training loss is at rest where the last third of the epochs lowers it by a smaller share.</summary>
    private const double Rest = 0.02;

    /// <summary>The largest gap between the shares of right answers that counts as none.</summary>
    private const double Gap = 0.02;

    public override string Id => "LW7012";

    public override string Title => "Underfitting";

    public override IReadOnlyList<string> ExplainedBy =>
        ["LW6001", "LW7002", "LW7006", "LW7007", "LW7008", "LW7009", "LW7010", "LW7013", "LW7015"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record.Epochs.Count >= FewestEpochs
            && record is { ChanceAccuracy: { } chance, Epochs: [.., { TrainingAccuracy: { } training, ValidationAccuracy: { } validation }] }
            && IsAtRest(record.Epochs)
            && training < (1 + chance) / 2
            && training - validation < Math.Max(Gap, 2 * Chance.Error(validation, record.ValidationRows)))
        {
            yield return Found(
                record, FindingSeverity.Note,
                FormattableString.Invariant(
                    $"the training loss is at rest with {LayerWindow.Percent(training)} of the answers right in training and {LayerWindow.Percent(validation)} in validation: no gap, and less than half way from a guess ({LayerWindow.Percent(chance)}) to all"),
                "Try more capacity: wider or more layers; if it stays, a higher learning rate and less regularisation");
        }
    }

    private static bool IsAtRest(IReadOnlyList<EpochRecord> epochs)
    {
        int third = epochs.Count / 3;
        double before = epochs.SkipLast(third).Min(epoch => epoch.MeasuredTrainingLoss);
        return epochs.TakeLast(third).Min(epoch => epoch.MeasuredTrainingLoss) > (1 - Rest) * before;
    }
}
