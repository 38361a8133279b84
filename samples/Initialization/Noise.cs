using Layerwright;

namespace InitializationSample;

/// <summary>Inputs that favour no network: normally distributed numbers of mean 0 and deviation 1, with labels at random.</summary>
internal static class Noise
{
    public static Dataset Create(int rows, int features, int classes, int seed)
    {
        var random = new Random(seed);
        var inputs = new float[rows * features];
        var labels = new int[rows];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (float)Normal(random);
        }

        for (int row = 0; row < rows; row++)
        {
            labels[row] = random.Next(classes);
        }

        return Dataset.FromLabels(inputs, labels, classes);
    }

    /// <summary>Box and Muller (1958): a normal number from two uniform ones.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
