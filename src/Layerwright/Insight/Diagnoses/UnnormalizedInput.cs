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
        if ((Math.Abs(record.InputMean) > Bound || record.InputDeviation > Bound) && !InputCentring.NormalizesFirst(record))
        {
            yield return Found(
                record, FindingSeverity.Warning,
                FormattableString.Invariant($"inputs have mean {record.InputMean:g3} and deviation {record.InputDeviation:g3}: one of them is beyond {Bound}, and initial weights are drawn for mean 0 and deviation 1"),
                "Try a normaliser on the network (Normalizer.FitPerChannel for images, Normalizer.FitStandardize else), or begin with [BatchNorm]");
        }
    }
}
