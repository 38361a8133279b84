namespace Layerwright;

/// <summary>LW7011: the network learns its training rows by heart: the gap to validation grows while validation does not improve.</summary>
internal sealed class Overfitting : Diagnosis
{
    /// <summary>Epochs since the best one, and how far validation must have risen above it, that it is not chance.</summary>
    private const int Patience = 3;
    private const double Rise = 1.1, MuchRise = 1.5;

    /// <summary>The same as a share of the expected loss: losses near 0 rise by half for a row or two.</summary>
    private const double RiseOfExpected = 0.05;

    public override string Id => "LW7011";

    public override string Title => "Overfitting";

    public override IReadOnlyList<string> ExplainedBy => ["LW7015"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record.Epochs is not [.., { ValidationLoss: { } loss } last] || record.Epochs.Where(epoch => epoch.ValidationLoss is not null).MinBy(epoch => epoch.ValidationLoss) is not { } best)
        {
            yield break;
        }

        double least = best.ValidationLoss!.Value;
        double gap = loss - last.MeasuredTrainingLoss, gapThen = least - best.MeasuredTrainingLoss;
        bool grows = gap > gapThen && last.MeasuredTrainingLoss < best.MeasuredTrainingLoss;
        if (last.Epoch - best.Epoch >= Patience && grows && loss > Rise * least && loss - least > RiseOfExpected * (record.ExpectedLoss ?? 0) && !AnswersImprove(record, best))
        {
            yield return Found(
                record, loss > MuchRise * least ? FindingSeverity.Warning : FindingSeverity.Note,
                FormattableString.Invariant(
                    $"the validation loss is {loss:g3}, its best was {least:g3} in epoch {best.Epoch}, while the training loss fell from {best.MeasuredTrainingLoss:g3} to {last.MeasuredTrainingLoss:g3}: the gap grew from {gapThen:g2} to {gap:g2}"),
                "Try EarlyStopping, more data or augmentation, weight decay, dropout, or a smaller network");
        }
    }

    /// <summary>Losses of single rows may grow while more answers become right.</summary>
    private static bool AnswersImprove(TrainingRecord record, EpochRecord best) =>
        best.ValidationAccuracy is { } then && record.Epochs.TakeLast(Patience).Average(epoch => epoch.ValidationAccuracy ?? 0) > then + Chance.Error(then, record.ValidationRows);
}
