namespace Layerwright.Package.Tests;

/// <summary>What a user's files hold.</summary>
internal static class Sources
{
    /// <summary>A network without a fault.</summary>
    public const string Xor = """
        using Layerwright;

        [Network]
        [Input(2)]
        [Dense(16)]
        [BatchNorm]
        [Tanh]
        [Dense(1)]
        [BinaryCrossEntropy]
        public partial class Xor;
        """;

    /// <summary>Learns exclusive or, and says how many of the four rows it then knows from a reloaded file.</summary>
    public const string TrainXor = """
        using Layerwright;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];

        var network = new Xor(seed: 1);
        var step = network.CreateTrainingStep(maxBatchSize: 4);
        var optimizer = new Adam(0.01f);
        float first = step.Step(inputs, targets, optimizer), last = first;
        for (int i = 0; i < 1500; i++)
        {
            last = step.Step(inputs, targets, optimizer);
        }

        string file = Path.Combine(AppContext.BaseDirectory, "xor.safetensors");
        network.Save(file);
        var outputs = new float[4];
        Xor.Load(file).CreatePredictor(maxBatchSize: 4).Predict(inputs, outputs);
        int right = outputs.Zip(targets, (output, target) => (output > 0.5f) == (target > 0.5f)).Count(same => same);
        Console.WriteLine($"{(last < first ? "learned" : "did not learn")}, {right} of 4 right");
        """;

    /// <summary>Compiles and trains, against four pieces of advice.</summary>
    public const string OldFashioned = """
        using Layerwright;

        [Network]
        [ImageInput(2, 4, 1)]
        [Conv2D(8, 3, Padding = Padding.Same, Init = Init.Xavier)]
        [ReLU]
        [Conv2D(8, 3, Padding = Padding.Same, UseBias = true)]
        [BatchNorm]
        [Sigmoid]
        [Flatten]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class OldFashioned;
        """;

    /// <summary>The same; the word <c>partial</c> and the layer between image and vector forgotten.</summary>
    public static string Forgotten => OldFashioned
        .Replace("partial class OldFashioned", "class OldFashioned", StringComparison.Ordinal)
        .Replace("[Flatten]\n", "", StringComparison.Ordinal);

    /// <summary>Trains <see cref="OldFashioned"/> to tell which pixels of its input, every third, are brightest.</summary>
    public const string TrainOldFashioned = """
        using Layerwright;

        var random = new Random(7);
        var inputs = new float[64 * 8];
        var labels = new int[64];
        for (int row = 0; row < 64; row++)
        {
            labels[row] = row % 3;
            for (int i = 0; i < 8; i++)
            {
                inputs[row * 8 + i] = random.NextSingle() + (i % 3 == labels[row] ? 1 : 0);
            }
        }

        var step = new OldFashioned(seed: 1).CreateTrainingStep(maxBatchSize: 64);
        var optimizer = new Adam(0.01f);
        float first = step.Step(inputs, labels, optimizer), last = first;
        for (int i = 0; i < 200; i++)
        {
            last = step.Step(inputs, labels, optimizer);
        }

        Console.WriteLine(last < first / 10 ? "learned" : $"did not learn: {first} to {last}");
        """;
}
