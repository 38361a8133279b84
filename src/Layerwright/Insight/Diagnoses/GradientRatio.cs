namespace Layerwright;

/// <summary>LW7010: gradients that vanish or explode on their way from the last weights to the first; 0.06 to 8 was measured in healthy runs.</summary>
internal sealed class GradientRatio : Diagnosis
{
    private const double Low = 5e-3, High = 50;

    private const long Steps = 100;
    private const int FewestSamples = 3;

    public override string Id => "LW7010";

    public override string Title => "Gradient ratio";

    // Not LW7008: sigmoids that vanish saturate later, by steps that Adam makes long again.
    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7002", "LW7007", "LW7009"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        LayerRecord[] weighted = [.. record.Layers.Where(layer => LayerWindow.Known(layer, sample => sample.WeightGradientRms).Any())];
        if (weighted.Length < 2 || Median(weighted[0], weighted[^1]) is not { } ratio || (ratio >= Low && ratio <= High))
        {
            yield break;
        }

        bool vanishes = ratio < Low;
        string seen = FormattableString.Invariant(
            $"the gradient of {weighted[0].Name}'s weights is {ratio:g2} times that of {weighted[^1].Name}'s (RMS per element), ");
        yield return vanishes
            ? Found(
                record, FindingSeverity.Warning, seen + FormattableString.Invariant($"less than {Low:0e-0}: it vanishes on its way back"),
                "Try ReLU instead of sigmoid and tanh, BatchNorm after each weight layer, residual connections, or Init.Auto", weighted[0].Name, "LW2003")
            : Found(
                record, FindingSeverity.Warning, seen + FormattableString.Invariant($"more than {High}: it explodes on its way back"),
                "Try Init.Auto, BatchNorm after each weight layer, or clipping of gradients by norm", weighted[0].Name, "LW3007");
    }

    /// <summary>The median of the ratios of single steps.</summary>
    private static double? Median(LayerRecord first, LayerRecord last)
    {
        var ofLast = LayerWindow.Known(last, sample => sample.WeightGradientRms).ToDictionary();
        return LayerWindow.Last(
            first,
            sample => sample.WeightGradientRms is { } gradient && ofLast.GetValueOrDefault(sample.Step) is > 0 and var other ? gradient / other : null,
            Steps,
            FewestSamples);
    }
}
