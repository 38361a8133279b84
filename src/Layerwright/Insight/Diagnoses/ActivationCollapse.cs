namespace Layerwright;

/// <summary>LW7007: a layer puts out next to the same number for every row, so that nothing of the input reaches what follows (Glorot and Bengio 2010).</summary>
internal sealed class ActivationCollapse : Diagnosis
{
    /// <summary>The share of the first layer's deviation below which a layer has collapsed.</summary>
    private const double Bound = 1e-3;

    /// <summary>Two samples at least: what starts at 0 on purpose (a residual branch's last scale) is not there any more.</summary>
    private const int FewestSamples = 2;

    public override string Id => "LW7007";

    public override string Title => "Activation collapse";

    public override string? StaticRule => "LW3006";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001"];

    /// <summary>The first layer that has collapsed, by its place among the record's layers; null where none has.</summary>
    public static int? First(TrainingRecord record)
    {
        double reference = record.InputDeviation;
        for (int i = 0; i < record.Layers.Count; i++)
        {
            if (Deviation(record, i) is { } deviation)
            {
                if (i == 0 ? IsCollapsed(deviation, reference) || deviation == 0 : IsCollapsed(deviation, reference))
                {
                    return i;
                }

                reference = i == 0 ? deviation : reference;
            }
        }

        return null;
    }

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        // A dead layer puts out one number too; who stands first is the cause.
        if (First(record) is { } first && !(DeadUnits.First(record) <= first))
        {
            LayerRecord layer = record.Layers[first];
            bool isConstant = record.Layers.Take(first + 1).Any(HasConstantWeights);
            (string where, double reference) = first == 0 ? ("input", record.InputDeviation) : ("first layer", Deviation(record, 0)!.Value);
            yield return Found(
                record, FindingSeverity.Warning,
                FormattableString.Invariant($"the outputs of {layer.Name} have a deviation of {Deviation(record, first):g2}, less than {Bound:0e-0} of the {where}'s {reference:g2}")
                + (isConstant ? "; weights before it are all the same, and so are its units" : ""),
                isConstant
                    ? "Try Init.Auto: units that start the same stay the same"
                    : "Try Init.Auto, or BatchNorm after each weight layer",
                layer.Name,
                isConstant ? "LW3005" : null);
        }
    }

    private static double? Deviation(TrainingRecord record, int layer) =>
        LayerWindow.Last(record.Layers[layer], sample => sample.Deviation, record.StepsPerEpoch, FewestSamples);

    private static bool IsCollapsed(double deviation, double reference) => deviation < Bound * reference;

    private static bool HasConstantWeights(LayerRecord layer) =>
        layer.Samples.LastOrDefault(sample => sample.Weights is not null)?.Weights is { } weights && weights.Low >= weights.High;
}
