namespace Layerwright.Tests.Training;

/// <summary>Small problems to train on.</summary>
internal static class Samples
{
    /// <summary>Three arms of a spiral: not separable by lines, easy for a small network.</summary>
    public static Dataset Spiral(int rows, int seed = 1)
    {
        var random = new Random(seed);
        var inputs = new float[2 * rows];
        var labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % 3;
            double radius = random.NextDouble(), angle = (labels[row] * Math.Tau / 3) + (3 * radius) + (0.1 * random.NextDouble());
            inputs[2 * row] = (float)(radius * Math.Cos(angle));
            inputs[(2 * row) + 1] = (float)(radius * Math.Sin(angle));
        }

        return Dataset.FromLabels(inputs, labels, 3);
    }

    /// <summary>Points of a spiral with labels drawn by lot: whatever is learnt of them is wrong elsewhere.</summary>
    public static Dataset Noise(int rows, int seed)
    {
        var random = new Random(seed);
        return Dataset.FromLabels(
            Enumerable.Range(0, 2 * rows).Select(_ => random.NextSingle()).ToArray(),
            Enumerable.Range(0, rows).Select(_ => random.Next(3)).ToArray(),
            3);
    }

    /// <summary>y = A·x + b, two of three.</summary>
    public static Dataset Linear(int rows)
    {
        var random = new Random(5);
        var inputs = new float[3 * rows];
        var targets = new float[2 * rows];
        for (int row = 0; row < rows; row++)
        {
            Span<float> x = inputs.AsSpan(3 * row, 3);
            for (int i = 0; i < 3; i++)
            {
                x[i] = random.NextSingle() - 0.5f;
            }

            targets[2 * row] = x[0] - (2 * x[1]) + 0.5f;
            targets[(2 * row) + 1] = 3 * x[2];
        }

        return Dataset.FromTargets(inputs, targets, 2);
    }

    /// <summary>The signs of y = A·x + b, as 0 and 1.</summary>
    public static Dataset Signs(int rows)
    {
        Dataset linear = Linear(rows);
        return Dataset.FromTargets(
            Enumerable.Range(0, rows).SelectMany(row => linear.Input(row).ToArray()).ToArray(),
            Enumerable.Range(0, rows).SelectMany(row => linear.Target(row).ToArray()).Select(y => y > 0 ? 1f : 0f).ToArray(),
            2);
    }

    /// <summary>Every number of the state, in order.</summary>
    public static float[] Values(StateDictionary state) => [.. state.Values.SelectMany(Values)];

    public static float[] Values(StateEntry entry)
    {
        int length = 1;
        foreach (int size in entry.Shape)
        {
            length *= size;
        }

        var values = new float[length];
        entry.CopyTo(values);
        return values;
    }
}
