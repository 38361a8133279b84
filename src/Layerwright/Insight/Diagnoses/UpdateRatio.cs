namespace Layerwright;

/// <summary>LW7006: how much an update changes weights, ‖Δw‖₂/‖w‖₂; about 1e-3 is healthy (CS231n, "Ratio of weights:updates").</summary>
internal sealed class UpdateRatio : Diagnosis
{
    /// <summary>The healthy size, and the bounds of a note and of a warning.</summary>
    public const double Aim = 1e-3, NoteLow = 1e-4, NoteHigh = 1e-2, WarnLow = 1e-5, WarnHigh = 1e-1;

    /// <summary>Updates at the start that do not count: optimizers' moments are young.</summary>
    private const long FirstStep = 50;

    private const int FewestSamples = 3;

    /// <summary>Standard errors by which a median of few samples is outside by luck.</summary>
    private const double Luck = 2;

    public override string Id => "LW7006";

    public override string Title => "Update ratio";

    public override string? StaticRule => "LW5001";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7002", "LW7007", "LW7008", "LW7009", "LW7010"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        // What has learnt all there is to learn gets small gradients at any rate: too small is judged by the first epoch that counts.
        var low = Outside(record, Early, (ratio, luck) => ratio * luck < NoteLow);
        var high = Outside(record, Late, (ratio, luck) => ratio / luck > NoteHigh);

        // One rate does not suit layers on both sides.
        string rate = low.Count > 0 && high.Count > 0 ? "LearningRateMultiplier for these layers" : "learning rate";
        if (low.Count > 0)
        {
            var (layer, ratio) = low.MinBy(pair => pair.Ratio);
            yield return Found(
                record, ratio < WarnLow ? FindingSeverity.Warning : FindingSeverity.Note,
                Message(low, FormattableString.Invariant($"less than {NoteLow:0e-0}")),
                ratio > 0
                    ? FormattableString.Invariant($"Try a {rate} about {OneDigit(Aim / ratio):f0} times as high")
                    : $"Try a higher {rate}, and look whether gradients reach the layer", layer.Name);
        }

        if (high.Count > 0)
        {
            var (layer, ratio) = high.MaxBy(pair => pair.Ratio);
            yield return Found(
                record, ratio > WarnHigh ? FindingSeverity.Warning : FindingSeverity.Note,
                Message(high, FormattableString.Invariant($"more than {NoteHigh:0e-0}")),
                FormattableString.Invariant($"Try a {rate} about {OneDigit(ratio / Aim):f0} times as low"), layer.Name);
        }
    }

    /// <summary>A factor above 1 without digits that mean nothing.</summary>
    private static double OneDigit(double factor)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(factor)));
        return Math.Round(factor / unit) * unit;
    }

    private static string Message(List<(LayerRecord Layer, double Ratio)> layers, string bound)
    {
        string list = LayerWindow.List([.. layers.Select(pair => (pair.Layer.Name, FormattableString.Invariant($"{pair.Ratio:0.0e-0}")))]);
        return FormattableString.Invariant($"an update changes the weights of {list} of their size by {bound}; about {Aim:0e-0} is healthy");
    }

    private static List<(LayerRecord Layer, double Ratio)> Outside(
        TrainingRecord record, Func<(long Step, double Value)[], int, (long, double Value)[]> window, Func<double, double, bool> isOutside) =>
    [
        .. from layer in record.Layers
           let known = LayerWindow.Known(layer, sample => sample.UpdateRatio).Where(pair => pair.Step >= FirstStep).ToArray()
           where known.Length >= FewestSamples
           let values = window(known, record.StepsPerEpoch).Select(pair => pair.Value).ToArray()
           let ratio = Median.Of(values)
           where isOutside(ratio, LuckOf(values))
           select (layer, ratio),
    ];

    /// <summary>The factor by which the median of some samples is off by luck; a median's error is 1.25 times a mean's.</summary>
    private static double LuckOf(double[] values)
    {
        if (values.Min() <= 0)
        {
            return 1;
        }

        double[] logarithms = [.. values.Select(value => Math.Log(value))];
        double mean = logarithms.Average(), squares = logarithms.Sum(value => (value - mean) * (value - mean));
        return Math.Exp(Luck * 1.25 * Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }

    /// <summary>The first epoch's samples, or more where it holds too few.</summary>
    private static (long Step, double Value)[] Early((long Step, double Value)[] known, int stepsPerEpoch)
    {
        long end = Math.Max(known[0].Step + stepsPerEpoch, known[FewestSamples - 1].Step + 1);
        return [.. known.TakeWhile(pair => pair.Step < end)];
    }

    /// <summary>The last epoch's samples, or more where it holds too few.</summary>
    private static (long Step, double Value)[] Late((long Step, double Value)[] known, int stepsPerEpoch)
    {
        long begin = Math.Min(known[^1].Step - stepsPerEpoch + 1, known[^FewestSamples].Step);
        return [.. known.SkipWhile(pair => pair.Step < begin)];
    }
}
