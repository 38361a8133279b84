namespace Layerwright;

/// <summary>LW7017 for hidden layers: what they get lies to one side of 0, and the gradients of all the weights of a unit have one sign (CS231n, "Sigmoid outputs are not zero-centered").</summary>
internal sealed class OneSignGradients : Diagnosis
{
    /// <summary>The share of a layer's units with gradients of one sign above which the layer is named.</summary>
    private const double Bound = 1.0 / 3;

    /// <summary>
    /// From how many deviations on a mean lies to one side. Sigmoids before the last layer were measured at 2.6 to 4.2; ReLUs, pooled or not, at 0.7 to 1.7,
    /// where gradients have one sign in half of a few units by chance.
    /// </summary>
    private const double FarOff = 2;

    private const long Steps = 100;
    private const int FewestSamples = 3;

    public override string Id => "LW7017";

    public override string Title => "Input not centred";

    public override string? StaticRule => "LW2001";

    // Where something worse holds the layer, its input's sign does not matter.
    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7002", "LW7007", "LW7008", "LW7009", "LW7010", "LW7017"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        var found = Layers(record).ToList();
        if (found.Count > 0)
        {
            yield return Found(
                record, FindingSeverity.Note,
                FormattableString.Invariant($"all weights of a unit get gradients of one sign in {LayerWindow.List(found)} of the units, more than {LayerWindow.Percent(Bound)}, since what comes in has a mean more than {FarOff} times its deviation"),
                "Try an activation whose outputs lie around 0 in the layer before (Tanh; ReLU after BatchNorm), or BatchNorm between", found[0].Name);
        }
    }

    /// <summary>Layers behind others whose outputs lie to one side; alone neither figure means much: neighbouring pixels agree in sign too.</summary>
    private static IEnumerable<(string Name, string Figure)> Layers(TrainingRecord record)
    {
        for (int i = 1; i < record.Layers.Count; i++)
        {
            LayerRecord layer = record.Layers[i], before = record.Layers[i - 1];
            if (LayerWindow.Last(layer, sample => sample.OneSignUnits, Steps, FewestSamples) is { } share && share > Bound
                && LayerWindow.Last(before, sample => Math.Abs(sample.Mean) - (FarOff * sample.Deviation), Steps, FewestSamples) > 0)
            {
                yield return (layer.Name, LayerWindow.Percent(share));
            }
        }
    }
}
