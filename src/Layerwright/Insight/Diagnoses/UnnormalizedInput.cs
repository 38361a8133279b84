namespace Layerwright;

/// <summary>LW6001 where the data is known: inputs whose mean or deviation is far from what initial weights are drawn for.</summary>
internal sealed class UnnormalizedInput : Diagnosis
{
    /// <summary>The largest mean, to either side, and deviation that pass.</summary>
    private const double Bound = 10;

    public override string Id => "LW6001";

    public override string Title => "Input that is not normalised";

    public override string? StaticRule => Id;

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (InputCentring.NormalizesFirst(record))
        {
            yield break;
        }

        // Means and deviations of single features even out over all of them.
        IReadOnlyList<int> places = InputFeatures.Where(record, feature => Math.Max(Math.Abs(feature.Mean), feature.Deviation) > Bound);
        bool isWhole = Math.Abs(record.InputMean) > Bound || record.InputDeviation > Bound;
        if (isWhole || places.Count > 0)
        {
            string features = places.Count > 0 ? InputFeatures.Describe(record, places, feature => Math.Max(Math.Abs(feature.Mean), feature.Deviation)) : "";
            string where = isWhole && places.Count > 0 ? $", by {features}" : "";
            yield return Found(
                record, FindingSeverity.Warning,
                isWhole
                    ? FormattableString.Invariant($"inputs have mean {record.InputMean:g3} and deviation {record.InputDeviation:g3}: one of them is beyond {Bound}{where}; initial weights are drawn for mean 0 and deviation 1")
                    : FormattableString.Invariant($"the mean or deviation of {features} is beyond {Bound}; initial weights are drawn for mean 0 and deviation 1"),
                "Try a normaliser on the network (Normalizer.FitPerChannel for images, Normalizer.FitStandardize else), or begin with [BatchNorm]");
        }
    }
}
