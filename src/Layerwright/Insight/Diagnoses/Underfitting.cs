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

    /// <summary>How many times its fair share the largest class has where classes are imbalanced.</summary>
    private const double Imbalance = 1.5;

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
            && training - validation < Math.Max(Gap, 2 * double.Hypot(Chance.Error(validation, record.ValidationRows), Chance.Error(training, record.MeasuredRows))))
        {
            if (IsGuess(training, chance, record.MeasuredRows) && IsGuess(validation, chance, record.ValidationRows))
            {
                yield return Guess(record, training, validation, chance);
                yield break;
            }

            yield return Found(
                record, FindingSeverity.Note,
                FormattableString.Invariant(
                    $"the training loss is at rest with {LayerWindow.Percent(training)} of the answers right in training and {LayerWindow.Percent(validation)} in validation: no gap, and less than half way from a guess ({LayerWindow.Percent(chance)}) to all"),
                "Try more capacity: wider or more layers; if it stays, a higher learning rate and less regularisation");
        }
    }

    /// <summary>Right answers no oftener, beyond luck, than always naming the largest class.</summary>
    private static bool IsGuess(double share, double chance, int rows) => share <= chance + (2 * Chance.Error(chance, rows));

    /// <summary>No size of the network helps where nothing tells the classes apart, or one class pays best.</summary>
    private Finding Guess(TrainingRecord record, double training, double validation, double chance) => Found(
        record, FindingSeverity.Note,
        FormattableString.Invariant(
            $"the training loss is at rest with {LayerWindow.Percent(training)} of the answers right in training and {LayerWindow.Percent(validation)} in validation, no more than the largest class's share ({LayerWindow.Percent(chance)})"),
        chance > Imbalance / Math.Max(record.Classes, 2)
            ? "Classes are imbalanced: try Trainer.ClassWeights, and judge by F1 or the confusion matrix instead of accuracy; if it stays, the inputs say nothing of the labels"
            : "Look whether the inputs say anything of the labels (rows and labels in the same order, features that matter), and whether the network can learn 20 rows by heart (SanityCheck.Run)");

    private static bool IsAtRest(IReadOnlyList<EpochRecord> epochs)
    {
        int third = epochs.Count / 3;
        double before = epochs.SkipLast(third).Min(epoch => epoch.MeasuredTrainingLoss);
        return epochs.TakeLast(third).Min(epoch => epoch.MeasuredTrainingLoss) > (1 - Rest) * before;
    }
}
