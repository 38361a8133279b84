using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>The works whose speed is promised, by the names that processes call them by. Each is made when first asked for.</summary>
internal sealed class SpeedWorks
{
    /// <summary>Rows of a training batch.</summary>
    public const int BatchSize = 128;

    /// <summary>Forward, weight gradients, and input gradients of all layers but the first; a multiply-add counts two.</summary>
    public const double StepOperations = 2.0 * BatchSize * (3 * (784 * 512 + 512 * 256 + 256 * 10) - 784 * 512);

    private readonly Dictionary<string, TimedWork> _made = [];

    /// <summary>Networks are seeded alike everywhere, so that peers get the same weights.</summary>
    public const ulong Seed = 1;

    /// <summary>A batch of inputs.</summary>
    public static float[] Inputs { get; } = CreateInputs();

    /// <summary>Its labels.</summary>
    public static int[] Labels { get; } = [.. Enumerable.Range(0, BatchSize).Select(i => i * 7 % 10)];

    /// <summary>The optimizers of the promised training steps.</summary>
    public static Optimizer Momentum { get; } = new Sgd(1e-4f) { Momentum = 0.9f };

    /// <inheritdoc cref="Momentum"/>
    public static Optimizer Adam { get; } = new Adam(1e-5f);

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => Makers.Keys;

    private static Dictionary<string, Func<Action>> Makers { get; } = new()
    {
        ["dense-128x784x512"] = () => Dense(128, 784, 512),
        ["dense-256x1024x1024"] = () => Dense(256, 1024, 1024),
        ["sgd-1"] = () => Step<DigitNet>(Momentum, 1),
        ["sgd-2"] = () => Step<DigitNet>(Momentum, 2),
        ["adam-1"] = () => Step<DigitNet>(Adam, 1),
        ["adam-2"] = () => Step<DigitNet>(Adam, 2),
        ["lenet-1"] = () => Step<LeNet>(Momentum, 1),
        ["lenet-2"] = () => Step<LeNet>(Momentum, 2),
        ["resnet-1"] = () => Step<SmallResNet>(Momentum, 1),
        ["resnet-2"] = () => Step<SmallResNet>(Momentum, 2),
        ["convolution-forward"] = ConvolutionWork.Forward,
        ["convolution-input"] = ConvolutionWork.InputGradient,
        ["convolution-weight"] = ConvolutionWork.WeightGradient,
        ["TinyNet"] = () => Predict(new TinyNet(Seed), 1),
        ["ClassifierNet"] = () => Predict(new ClassifierNet(Seed), 1),
        ["LeNet-1"] = () => Predict(new LeNet(Seed), 1),
        ["LeNet-64"] = () => Predict(new LeNet(Seed), 64),
    };

    /// <summary>A work by its name.</summary>
    public TimedWork this[string name]
    {
        get
        {
            if (!_made.TryGetValue(name, out TimedWork? work))
            {
                _made.Add(name, work = new(Makers[name]()));
            }

            return work;
        }
    }

    private static Action Dense(int rows, int inputs, int outputs)
    {
        BenchmarkMemory memory = new();
        Tensor input = memory.Rows(rows, inputs, inputs), output = memory.Rows(rows, outputs), bias = memory.Rows(1, outputs);
        PackedMatrix weights = memory.Packed(inputs, outputs);
        return () => Product.Run(rows, input, weights, output, Epilogue.Chain(new AddBias(bias), default(ReLU)));
    }

    private static Action Step<TNetwork>(Optimizer optimizer, int threads)
        where TNetwork : class, INetwork<TNetwork>
    {
        TrainingStep<TNetwork> step = new(TNetwork.Create(Seed), BatchSize, threads);
        return () => step.Step(Inputs, Labels, optimizer);
    }

    private static Action Predict<TNetwork>(TNetwork network, int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        Predictor<TNetwork> predictor = new(network, rows);
        float[] inputs = Inputs[..(rows * predictor.InputLength)], outputs = new float[rows * predictor.OutputLength];
        return () => predictor.Predict(inputs, outputs);
    }

    /// <summary>Numbers between −½ and ½, the same each time.</summary>
    public static float[] Random(int length)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static float[] CreateInputs()
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, BatchSize * 784).Select(_ => random.NextSingle())];
    }
}
