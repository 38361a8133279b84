using Layerwright.Kernels;

namespace Layerwright;

/// <summary>Gradients of a network without a loss: those of a random sum of its outputs.</summary>
internal static class OutputGradients
{
    private const ulong Stream = 2;

    /// <summary>Compares with differences, parameter by parameter.</summary>
    /// <param name="network">The network; its weights are as before at the end.</param>
    /// <param name="inputs">Some rows.</param>
    /// <param name="seed">Decides the sum and which entries are looked at.</param>
    public static IEnumerable<GradientReport> Check<TNetwork>(TNetwork network, float[] inputs, ulong seed)
        where TNetwork : class, INetwork<TNetwork>
    {
        int rows = inputs.Length / network.Blueprint.InputLength;
        var step = new TrainingStep<TNetwork>(network, rows, threads: 1) { DropoutFactor = 0, RegularizationFactor = 0 };
        float[] factors = new float[rows * network.Blueprint.OutputLength];
        new CounterRandom(seed, Stream).FillGaussian(factors, 1f / factors.Length);
        step.Forward(inputs);
        step.Backward(factors);
        StateDictionary state = StateDictionary.Of(network.Parameters);
        foreach ((string name, float[] gradient) in step.Gradients.Values.Select(entry => (entry.Name, entry.ToArray())).ToList())
        {
            StateEntry entry = state[name];
            float[] present = entry.ToArray();
            yield return GradientCheck.Run(
                moved =>
                {
                    entry.CopyFrom(moved);
                    step.Forward(inputs);
                    entry.CopyFrom(present);
                    return Sum(step.Outputs, factors);
                },
                present, gradient, new() { Seed = seed });
        }
    }

    private static double Sum(ReadOnlySpan<float> outputs, float[] factors)
    {
        double sum = 0;
        for (int i = 0; i < factors.Length; i++)
        {
            sum += (double)outputs[i] * factors[i];
        }

        return sum;
    }
}
