namespace Layerwright;

/// <summary>What a record of training is examined for.</summary>
internal static class Diagnoses
{
    /// <summary>Every diagnosis, in the order of its findings.</summary>
    public static IReadOnlyList<Diagnosis> All { get; } =
    [
        new UnnormalizedInput(),
        new InitialLoss(),
        new UpdateRatio(),
        new ActivationCollapse(),
        new Saturation(),
        new DeadUnits(),
        new GradientRatio(),
        new Overfitting(),
        new Underfitting(),
        new LossFlat(),
        new LateStart(),
        new CannotGeneralise(),
        new InputCentring(),
        new OneSignGradients(),
    ];

    /// <summary>What all of them find, but what others of their warnings explain: one cause, one finding.</summary>
    /// <param name="record">The record of the training until now, or of a whole fit.</param>
    public static IReadOnlyList<Finding> Examine(TrainingRecord record)
    {
        var found = All.Select(diagnosis => (diagnosis.ExplainedBy, Findings: diagnosis.Examine(record).ToArray())).ToArray();
        var ids = found.SelectMany(pair => pair.Findings).Where(finding => finding.Severity == FindingSeverity.Warning).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(pair => !pair.ExplainedBy.Any(ids.Contains)).SelectMany(pair => pair.Findings)];
    }
}
