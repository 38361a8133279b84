using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The lowest loss that rows allow: 0 for certain targets, the entropy of uncertain ones (probabilities, smoothed labels).
/// </summary>
internal static class LossFloor
{
    /// <summary>A share of smoothing below this is float's rounding.</summary>
    private const double LeastSmoothing = 1e-4;

    public static double Of<TNetwork>(TrainingStep<TNetwork> step, Batch batch)
        where TNetwork : class, INetwork<TNetwork>
    {
        NetworkBlueprint network = step.Network.Blueprint;
        return network.Target switch
        {
            TargetKind.Probabilities => Mean(batch.TargetValues, t => Entropy(t) + Entropy(1 - t)),
            TargetKind.LabelsOrProbabilities => OfClasses(step, batch, network.OutputColumns, network.IgnoreLabel),
            _ => 0,
        };
    }

    private static double OfClasses<TNetwork>(TrainingStep<TNetwork> step, Batch batch, int classes, int? ignored)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] targets = Targets(batch, classes, ignored, out int lines);
        if (lines == 0)
        {
            return 0;
        }

        // With the targets as outputs the loss is (1 − s)·own + s·even for smoothing s: nothing else tells the run time what s is.
        double loss = step.LossOf(targets, batch.Targets), own = 0, even = 0;
        ForEachLine(targets, classes, line =>
        {
            double size = TensorPrimitives.Sum<float>(line), highest = TensorPrimitives.Max<float>(line), powers = 0;
            foreach (float x in line)
            {
                powers += Math.Exp(x - highest);
            }

            double log = highest + Math.Log(powers);
            foreach (float x in line)
            {
                own += size == 0 ? 0 : x * (log - x) / lines;
                even += size == 0 ? 0 : (log - x) / classes / lines;
            }
        });
        double smoothing = Math.Abs(even - own) < 1e-6 ? 0 : (loss - own) / (even - own);
        smoothing = smoothing < LeastSmoothing ? 0 : Math.Min(smoothing, 1);

        double floor = 0;
        ForEachLine(targets, classes, line =>
        {
            double size = TensorPrimitives.Sum<float>(line);
            if (size > 0)
            {
                double whole = ((1 - smoothing) * size) + smoothing;
                foreach (float x in line)
                {
                    double share = ((1 - smoothing) * x) + (smoothing / classes);
                    floor += (Entropy(share) + (share * Math.Log(whole))) / lines;
                }
            }
        });
        return floor;
    }

    /// <summary>A target for each class of each line, 0 where the line does not count; and how many count.</summary>
    private static float[] Targets(Batch batch, int classes, int? ignored, out int lines)
    {
        if (batch.Labels.IsEmpty)
        {
            lines = batch.TargetValues.Length / classes;
            return batch.TargetValues.ToArray();
        }

        var targets = new float[batch.Labels.Length * classes];
        lines = 0;
        for (int line = 0; line < batch.Labels.Length; line++)
        {
            if (batch.Labels[line] != ignored)
            {
                targets[(line * classes) + batch.Labels[line]] = 1;
                lines++;
            }
        }

        return targets;
    }

    private static void ForEachLine(float[] values, int columns, Action<float[]> action)
    {
        foreach (float[] line in values.Chunk(columns))
        {
            action(line);
        }
    }

    private static double Mean(ReadOnlySpan<float> values, Func<double, double> of)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += of(value);
        }

        return sum / values.Length;
    }

    private static double Entropy(double share) => share > 0 ? -share * Math.Log(share) : 0;
}
