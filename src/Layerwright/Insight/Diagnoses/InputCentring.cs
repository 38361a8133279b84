namespace Layerwright;

/// <summary>LW7017 for the input: it lies to one side of 0, so that all the weights of a unit are pushed the same way and training zigzags (CS231n, "Data Preprocessing").</summary>
internal sealed class InputCentring : Diagnosis
{
    public override string Id => "LW7017";

    public override string Title => "Input not centred";

    public override string? StaticRule => "LW6001";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001"];

    /// <summary>Whether a normalisation stands before the first weights.</summary>
    public static bool NormalizesFirst(TrainingRecord record) =>
        record.Layers.TakeWhile(layer => !layer.HasTrainedWeights).Any(layer => layer.IsNormalization);

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (Math.Abs(record.InputMean) > record.InputDeviation && !NormalizesFirst(record))
        {
            yield return Found(
                record, FindingSeverity.Warning,
                FormattableString.Invariant($"inputs have mean {record.InputMean:g3}, more than their deviation {record.InputDeviation:g3}"),
                "Try a normaliser on the network: Normalizer.FitStandardize or FitPerChannel, fitted on the training rows");
        }
    }
}
