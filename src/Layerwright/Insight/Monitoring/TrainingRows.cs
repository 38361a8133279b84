using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A fixed sample of the training rows, measured as validation is; and what a guess would get right on them.</summary>
internal sealed class TrainingRows
{
    /// <summary>Rows that are asked for at once.</summary>
    private const int Run = 256;

    private readonly Dataset _rows;
    private readonly Measurement _measurement;
    private readonly bool _classifies;

    /// <param name="network">The network.</param>
    /// <param name="training">What is trained on.</param>
    /// <param name="count">Rows of the sample, evenly spread over them.</param>
    public TrainingRows(NetworkBlueprint network, IBatchSource training, int count)
    {
        count = Math.Min(count, training.Count);
        var rows = new int[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = (int)((long)i * training.Count / count);
        }

        _rows = training is Dataset data ? data.Subset(rows) : training.ToDataset(rows);
        _classifies = network.Target is not (TargetKind.None or TargetKind.Values);
        _measurement = new(_classifies ? [new Accuracy()] : [], network, count);
        Chance = _classifies ? ChanceOf(network, training) : null;
    }

    /// <summary>The share of right answers of a guess: that of the largest class; null where the network does not classify.</summary>
    public double? Chance { get; }

    /// <summary>Measures the present weights.</summary>
    /// <returns>The loss, and the share of right answers where the network classifies.</returns>
    public (double Loss, double? Accuracy) Measure(TrainingRun run)
    {
        run.Measure(_rows, _measurement);
        return (_measurement.Loss, _classifies ? _measurement[0] : null);
    }

    private static double? ChanceOf(NetworkBlueprint network, IBatchSource training)
    {
        bool isChoice = network.Target.TakesLabels();
        var counts = new long[isChoice ? network.OutputColumns : 2];
        var rows = new int[Run];
        var labels = new int[Run * training.LabelsPerRow];
        var targets = new float[Run * training.TargetLength];
        for (int first = 0; first < training.Count; first += Run)
        {
            int count = Math.Min(Run, training.Count - first);
            for (int i = 0; i < count; i++)
            {
                rows[i] = first + i;
            }

            if (training.Classes > 0)
            {
                SourceRows.CopyLabels(training, rows.AsSpan(0, count), labels);
                CountLabels(labels.AsSpan(0, count * training.LabelsPerRow), network.IgnoreLabel, counts);
            }
            else
            {
                SourceRows.CopyTargets(training, rows.AsSpan(0, count), targets, AreProbabilities(network));
                CountTargets(targets.AsSpan(0, count * training.TargetLength), isChoice, counts);
            }
        }

        long total = counts.Sum();
        return total > 0 ? (double)counts.Max() / total : null;
    }

    private static bool AreProbabilities(NetworkBlueprint network) => network.Target.Given(areLabels: false) == TargetKind.Probabilities;

    private static void CountLabels(ReadOnlySpan<int> labels, int? ignored, long[] counts)
    {
        foreach (int label in labels)
        {
            if (label != ignored)
            {
                counts[label]++;
            }
        }
    }

    /// <summary>Of probabilities for classes the most probable class of each position; of yes-or-no outputs each answer.</summary>
    private static void CountTargets(ReadOnlySpan<float> targets, bool isChoice, long[] counts)
    {
        if (!isChoice)
        {
            foreach (float target in targets)
            {
                counts[target > 0.5f ? 1 : 0]++;
            }

            return;
        }

        for (; !targets.IsEmpty; targets = targets[counts.Length..])
        {
            counts[System.Numerics.Tensors.TensorPrimitives.IndexOfMax(targets[..counts.Length])]++;
        }
    }
}
