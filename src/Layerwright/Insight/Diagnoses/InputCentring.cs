namespace Layerwright;

/// <summary>LW7017 for the input: it lies to one side of 0, so that all the weights of a unit are pushed the same way and training zigzags (CS231n, "Data Preprocessing").</summary>
internal sealed class InputCentring : Diagnosis
{
    /// <summary>
    /// A single feature's mean, in deviations of well normalised inputs, that counts. The means of pixels differ by less: of centred images those in the
    /// middle lie to one side (0.7 to 1.4 was seen), and the border to the other.
    /// </summary>
    private const double FarOff = 2;

    public override string Id => "LW7017";

    public override string Title => "Input not centred";

    public override string? StaticRule => "LW6001";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001"];

    /// <summary>Whether a normalisation stands before the first weights.</summary>
    public static bool NormalizesFirst(TrainingRecord record) =>
        record.Layers.TakeWhile(layer => !layer.HasTrainedWeights).Any(layer => layer.IsNormalization);

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (NormalizesFirst(record))
        {
            yield break;
        }

        bool isWhole = Math.Abs(record.InputMean) > record.InputDeviation;
        IReadOnlyList<int> places = InputFeatures.Where(record, IsOffCentre(record));
        if (isWhole || places.Count > 0)
        {
            string features = places.Count > 0 ? InputFeatures.Describe(record, places, feature => Math.Abs(feature.Mean)) : "";
            yield return Found(
                record, FindingSeverity.Warning,
                isWhole
                    ? FormattableString.Invariant($"inputs have mean {record.InputMean:g3}, more than their deviation {record.InputDeviation:g3}") + (features.Length > 0 ? $", by {features}" : "")
                    : $"means are larger than deviations in {features} of the inputs, though they even out over all",
                "Try a normaliser on the network: Normalizer.FitStandardize or FitPerChannel, fitted on the training rows");
        }
    }

    /// <summary>
    /// Which features count: all with a mean larger than their deviation where means are larger than deviations at large, else those that are far off.
    /// What is the same in every row is a bias and no feature.
    /// </summary>
    private static Func<InputFeature, bool> IsOffCentre(TrainingRecord record)
    {
        double means = 0, deviations = 0;
        foreach (InputFeature feature in record.InputFeatures.Where(feature => feature.Deviation > 0))
        {
            means += feature.Mean * feature.Mean;
            deviations += feature.Deviation * feature.Deviation;
        }

        double least = means > deviations ? 0 : FarOff;
        return feature => feature.Deviation > 0 && Math.Abs(feature.Mean) > Math.Max(feature.Deviation, least);
    }
}
