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

    /// <summary>Draws a batch: N(0, 1) inputs, and targets of the loss's kind.</summary>
    public static RandomBatch Create(int seed, int rows, int inputLength, int outputLength, LossKind loss)
    {
        var random = new Random(seed);
        var inputs = Draw(rows * inputLength, random.NextNormal);
        var targets = loss switch
        {
            LossKind.SoftmaxCrossEntropy => TargetData.Of(Draw(rows, () => random.Next(outputLength))),
            LossKind.BinaryCrossEntropy => TargetData.Of(Draw(rows * outputLength, () => random.Next(3) / 2f)),
            LossKind.MeanSquaredError => TargetData.Of(Draw(rows * outputLength, random.NextNormal)),
            _ => new TargetData(null, null),
        };
        var gradient = Draw(rows * outputLength, random.NextNormal);
        return new RandomBatch(rows, inputs, targets, gradient, Draw(rows, () => random.Next(4) / 2f));
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
