using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Promises;

/// <summary>Batch statistics stay right far from zero, and BatchNorm can learn to do nothing.</summary>
public class BatchNormPromiseTests
{
    private const int Rows = 200;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void Statistics_are_right_far_from_zero(double mean)
    {
        float[] inputs = Draw(mean);
        var network = new NormalizedOnly(seed: 1);
        network.CreateTrainingStep(Rows).Forward(inputs);

        var running = network.State;
        for (int column = 0; column < NormalizedOnly.InputLength; column++)
        {
            var (expectedMean, expectedVariance) = Statistics(inputs, column);

            // Momentum 0.5 from 0 and 1; the running variance is the unbiased one.
            double runningMean = 2 * running["batchnorm1.running_mean"].ToArray()[column];
            Assert.InRange(runningMean - expectedMean, -1e-4, 1e-4);
            double variance = (2 * running["batchnorm1.running_var"].ToArray()[column]) - 1;
            Assert.InRange(variance / (expectedVariance * Rows / (Rows - 1)), 1 - 1e-4, 1 + 1e-4);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void The_identity_is_learnable(double mean)
    {
        float[] inputs = Draw(mean);
        var network = new NormalizedOnly(seed: 1);
        var statistics = Enumerable.Range(0, NormalizedOnly.InputLength).Select(column => Statistics(inputs, column)).ToList();
        network.State["batchnorm1.weight"].CopyFrom([.. statistics.Select(column => (float)Math.Sqrt(column.Variance + 1e-5))]);
        network.State["batchnorm1.bias"].CopyFrom([.. statistics.Select(column => (float)column.Mean)]);
        var step = network.CreateTrainingStep(Rows);

        step.Forward(inputs);

        for (int i = 0; i < inputs.Length; i++)
        {
            Assert.InRange(step.Outputs[i] - inputs[i], -3e-4f, 3e-4f);
        }
    }

    private static float[] Draw(double mean)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Rows * NormalizedOnly.InputLength).Select(_ => (float)(mean + random.NextNormal()))];
    }

    private static (double Mean, double Variance) Statistics(float[] inputs, int column)
    {
        var values = Enumerable.Range(0, Rows).Select(row => (double)inputs[(row * NormalizedOnly.InputLength) + column]).ToList();
        double mean = values.Average();
        return (mean, values.Average(value => (value - mean) * (value - mean)));
    }
}

[Network]
[Input(19)]
[BatchNorm(Momentum = 0.5)]
public partial class NormalizedOnly;
