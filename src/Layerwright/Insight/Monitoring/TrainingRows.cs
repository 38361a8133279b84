using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A fixed sample of the training rows, measured as validation is; and what a guess would get right on them.</summary>
internal sealed class TrainingRows
{
    private readonly Dataset _rows;
    private readonly Measurement _measurement;
    private readonly bool _classifies;

    /// <param name="network">The network.</param>
    /// <param name="training">What is trained on.</param>
    /// <param name="count">Rows of the sample, evenly spread over them.</param>
    public TrainingRows(NetworkBlueprint network, Dataset training, int count)
    {
        count = Math.Min(count, training.Count);
        var rows = new int[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = (int)((long)i * training.Count / count);
        }

        _rows = training.Subset(rows);
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

    private static double? ChanceOf(NetworkBlueprint network, Dataset training)
    {
        bool isChoice = network.Target.TakesLabels();
        var counts = new long[isChoice ? network.OutputColumns : 2];
        for (int row = 0; row < training.Count; row++)
        {
            if (training.HasLabels)
            {
                foreach (int label in training.Labels(row))
                {
                    if (label != network.IgnoreLabel)
                    {
                        counts[label]++;
                    }
                }
            }
            else
            {
                CountTargets(training.Target(row), isChoice, counts);
            }
        }

        long total = counts.Sum();
        return total > 0 ? (double)counts.Max() / total : null;
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
