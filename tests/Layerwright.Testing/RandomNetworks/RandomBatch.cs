using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Inputs and targets of one batch, drawn from a seed.</summary>
public sealed class RandomBatch
{
    private RandomBatch(int rows, float[] inputs, TargetData targets, float[] outputGradient, float[] sampleWeights)
    {
        Rows = rows;
        Inputs = inputs;
        Targets = targets;
        OutputGradient = outputGradient;
        SampleWeights = sampleWeights;
    }

    public int Rows { get; }

    public float[] Inputs { get; }

    /// <summary>What the loss takes; neither labels nor values where there is none.</summary>
    public TargetData Targets { get; }

    /// <summary>A gradient for <c>Backward</c>.</summary>
    public float[] OutputGradient { get; }

    /// <summary>One weight a row, zeros among them.</summary>
    public float[] SampleWeights { get; }

    /// <summary>Inputs as the interpreter takes them.</summary>
    public Matrix InputMatrix => Matrix.From(Rows, Inputs);

    /// <summary>Draws a batch: N(0, 1) inputs, and targets of the loss's kind, for each position; of softmax cross-entropy all that it takes.</summary>
    public static RandomBatch Create(int seed, int rows, NetworkSpec network)
    {
        var random = new Random(seed);
        var output = new Interpreter(network).Output;
        int outputLength = output.Length, positions = output.Positions;
        var inputs = Draw(rows * network.InputLength, random.NextNormal);
        var targets = network.Loss switch
        {
            LossKind.SoftmaxCrossEntropy => DrawClasses(random, rows * positions, output.Channels, network.LossOptions.IgnoreLabel),
            LossKind.MulticlassHinge => TargetData.Of(Draw(rows * positions, () => random.Next(output.Channels))),
            LossKind.BinaryCrossEntropy => TargetData.Of(Draw(rows * outputLength, () => random.Next(3) / 2f)),
            LossKind.None => new TargetData(null, null),
            _ => TargetData.Of(Draw(rows * outputLength, random.NextNormal)),
        };
        var gradient = Draw(rows * outputLength, random.NextNormal);
        return new RandomBatch(rows, inputs, targets, gradient, Draw(rows, () => random.Next(4) / 2f));
    }

    private static TargetData DrawClasses(Random random, int rows, int classes, int? ignoreLabel)
    {
        bool hasProbabilities = random.Next(3) == 0 && !(ignoreLabel >= 0), hasClassWeights = random.Next(3) == 0;
        var targets = hasProbabilities
            ? TargetData.Of(Draw(rows * classes, random.NextSingle))
            : TargetData.Of(Draw(rows, () => ignoreLabel is { } label && random.Next(4) == 0 ? label : random.Next(classes)));
        float[] weights = Draw(classes, () => random.Next(5) / 2f);
        weights[random.Next(classes)] = 1;
        return targets with { ClassWeights = hasClassWeights ? weights : null };
    }

    private static T[] Draw<T>(int count, Func<T> next)
    {
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }
}
