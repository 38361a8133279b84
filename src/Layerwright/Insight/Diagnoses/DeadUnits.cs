namespace Layerwright;

/// <summary>LW7009: units of a rectifier that no row wakes; no gradient wakes them either (CS231n, "dying ReLU"; Lu et al. 2019).</summary>
internal sealed class DeadUnits : Diagnosis
{
    /// <summary>Shares of a layer's units from which it is said; most healthy runs have fewer, LeNet under AdamW 21 % on average.</summary>
    private const double Note = 0.2, Warning = 0.4;

    /// <summary>Standard errors by which a share among so many units is above the note's by luck.</summary>
    private const double Luck = 3;

    /// <summary>How much more than those of independent units shares vary from seed to seed: units get the same inputs and die together. 1.0 to 1.5 was measured.</summary>
    private const double Together = 1.5;

    public override string Id => "LW7009";

    public override string Title => "Dead units";

    public override string? StaticRule => "LW2012";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7002"];

    /// <summary>The first layer that is dead beyond doubt, by its place among the record's layers; null where none is.</summary>
    public static int? First(TrainingRecord record)
    {
        for (int i = 0; i < record.Layers.Count; i++)
        {
            if (Share(record.Layers[i]) >= Warning)
            {
                return i;
            }
        }

        return null;
    }

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        // Behind a layer that puts out one number, a rectifier is dead or not by chance.
        if (First(record) > ActivationCollapse.First(record))
        {
            yield break;
        }

        var found = record.Layers.Where(layer => Share(layer) >= Bound(layer)).Select(layer => (layer.Name, Share: Share(layer))).ToList();
        if (found.Count > 0)
        {
            bool isSevere = found.Any(pair => pair.Share >= Warning);
            string[] parts =
            [
                .. from bound in (double[])[Warning, Note]
                   let layers = found.Where(pair => (pair.Share >= Warning) == (bound == Warning)).ToList()
                   where layers.Count > 0
                   select $"{LayerWindow.List([.. layers.Select(pair => (pair.Name, LayerWindow.Percent(pair.Share!.Value)))])}, {LayerWindow.Percent(bound)} or more",
            ];
            yield return Found(
                record, isSevere ? FindingSeverity.Warning : FindingSeverity.Note,
                $"no row gave a positive value to the units of {string.Join("; and of ", parts)}",
                "Try a lower learning rate, biases that start at 0, LeakyReLU, or BatchNorm before the activation",
                found.First(pair => !isSevere || pair.Share >= Warning).Name);
        }
    }

    private static double Bound(LayerRecord layer) => Math.Min(Warning, Note + (Luck * Together * Chance.Error(Note, layer.Units)));

    private static double? Share(LayerRecord layer) => layer.Samples.LastOrDefault(sample => sample.Dead is not null)?.Dead;
}
