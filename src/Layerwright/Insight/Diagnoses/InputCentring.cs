namespace Layerwright;

/// <summary>LW7017: what a layer gets lies to one side of 0, so that all the weights of a unit are pushed the same way and training zigzags (CS231n, "Data Preprocessing" and "Sigmoid").</summary>
internal sealed class InputCentring : Diagnosis
{
    /// <summary>The share of a layer's units with gradients of one sign above which the layer is named.</summary>
    private const double OneSignBound = 0.5;

    private const long Steps = 100;
    private const int FewestSamples = 3;

    public override string Id => "LW7017";

    public override string Title => "Input not centred";

    // Where something worse holds the layer, its input's sign does not matter.
    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7007", "LW7008", "LW7009", "LW7010"];

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
                "Try a normaliser on the network: Normalizer.FitStandardize or FitPerChannel, fitted on the training rows", staticRule: "LW6001");
        }

        var found = Hidden(record).ToList();
        if (found.Count > 0)
        {
            yield return Found(
                record, FindingSeverity.Note,
                FormattableString.Invariant($"{LayerWindow.List(found)} of the units get gradients of one sign for all their weights, more than {LayerWindow.Percent(OneSignBound)}, since the layer before puts out numbers of one sign"),
                "Try an activation whose outputs lie around 0 before it (Tanh, ReLU after BatchNorm), or BatchNorm between", found[0].Name, "LW2001");
        }
    }

    /// <summary>Layers behind others whose outputs lie to one side; alone neither figure means much: neighbouring pixels agree in sign too.</summary>
    private static IEnumerable<(string Name, string Figure)> Hidden(TrainingRecord record)
    {
        for (int i = 1; i < record.Layers.Count; i++)
        {
            LayerRecord layer = record.Layers[i], before = record.Layers[i - 1];
            if (LayerWindow.Last(layer, sample => sample.OneSignUnits, Steps, FewestSamples) is { } share && share > OneSignBound
                && LayerWindow.Last(before, sample => Math.Abs(sample.Mean) - sample.Deviation, Steps, FewestSamples) > 0)
            {
                yield return (layer.Name, LayerWindow.Percent(share));
            }
        }
    }
}
