namespace Layerwright;

/// <summary>LW7008: activations sit at their bounds, where their slope is next to 0 (CS231n, "Sigmoids saturate and kill gradients").</summary>
internal sealed class Saturation : Diagnosis
{
    private const double Bound = 0.5;

    public override string Id => "LW7008";

    public override string Title => "Saturation";

    public override string? StaticRule => "LW3007";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        // The last layer belongs at its bounds where targets do.
        List<(string Name, string Figure)> found =
        [
            .. from layer in record.Layers.SkipLast(1)
               let share = LayerWindow.Last(layer, sample => sample.Saturated, record.StepsPerEpoch, fewest: 1)
               where share > Bound
               select (layer.Name, LayerWindow.Percent(share.Value)),
        ];
        if (found.Count > 0)
        {
            yield return Found(
                record, FindingSeverity.Warning,
                $"the outputs of {LayerWindow.List(found)} lie within 3 % of their bounds, more than {LayerWindow.Percent(Bound)}",
                "Try a smaller initialisation (Init.Auto), BatchNorm before the activation, or ReLU", found[0].Name);
        }
    }
}
