namespace Layerwright;

/// <summary>LW7015: right answers in training, a guess in validation: what was learnt holds for no other row (Zhang et al. 2017, random labels).</summary>
internal sealed class CannotGeneralise : Diagnosis
{
    private const double TimesChance = 2, Errors = 2;

    public override string Id => "LW7015";

    public override string Title => "Cannot generalise";

    public override IReadOnlyList<string> ExplainedBy => ["LW7007"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record is { ChanceAccuracy: { } chance, ValidationRows: > 0, Epochs: [.., { TrainingAccuracy: { } training, ValidationAccuracy: { } validation }] }
            && Bound(chance) is var bound && training > bound
            && validation <= chance + (Errors * Chance.Error(chance, record.ValidationRows)))
        {
            yield return Found(
                record, FindingSeverity.Warning,
                FormattableString.Invariant(
                    $"{LayerWindow.Percent(training)} of the answers are right in training, but {100 * validation:f1} % in validation, within {Errors} standard errors ({100 * Errors * Chance.Error(chance, record.ValidationRows):f1} %) of a guess ({100 * chance:f1} %)"),
                "Look whether labels belong to their rows (shuffled labels, rows sorted apart from them), and whether both sets are prepared in the same way");
        }
    }

    /// <summary>Twice a guess; half way to all right where a guess is right more often than one time in three.</summary>
    private static double Bound(double chance) => Math.Min(TimesChance * chance, (1 + chance) / 2);
}
