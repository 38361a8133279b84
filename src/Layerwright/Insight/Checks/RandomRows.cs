using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Rows that any network takes: inputs from N(0, 1), targets of the kind that its loss wants.</summary>
internal static class RandomRows
{
    private const ulong InputStream = 0, TargetStream = 1;

    /// <summary>Inputs of so many rows.</summary>
    public static float[] Inputs(NetworkBlueprint network, int rows, ulong seed)
    {
        float[] inputs = new float[rows * network.InputLength];
        new CounterRandom(seed, InputStream).FillGaussian(inputs, 1);
        return inputs;
    }

    /// <summary>Inputs with targets, for a network with a loss.</summary>
    public static Dataset WithTargets(NetworkBlueprint network, int rows, ulong seed)
    {
        var random = new CounterRandom(seed, TargetStream);
        float[] inputs = Inputs(network, rows, seed);
        if (network.Target.TakesLabels())
        {
            int classes = network.OutputColumns, positions = network.OutputPositions;
            return Dataset.FromLabels(inputs, Labels(random, rows * positions, classes, network.IgnoreLabel), classes, network.InputImage, labelsPerRow: positions);
        }

        float[] targets = new float[rows * network.OutputLength];
        random.FillGaussian(targets, 1);
        if (network.Target == TargetKind.Probabilities)
        {
            targets = Array.ConvertAll(targets, value => value > 0 ? 1f : 0f);
        }

        return Dataset.FromTargets(inputs, targets, network.OutputLength, network.InputImage);
    }

    /// <summary>Labels that count: none that the loss ignores.</summary>
    private static int[] Labels(CounterRandom random, int count, int classes, int? ignored)
    {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            int label = random.Below((ulong)i, classes);
            labels[i] = label == ignored ? (label + 1) % classes : label;
        }

        return labels;
    }
}
