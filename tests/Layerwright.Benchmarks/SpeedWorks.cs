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
    public static IEnumerable<string> Names => LongNames.Keys;

    /// <summary>The promised works by short names, of the table's works the long ones.</summary>
    private static Dictionary<string, string> LongNames { get; } = new()
    {
        ["dense-128x784x512"] = "dense/128x784x512/forward",
        ["dense-256x1024x1024"] = "dense/256x1024x1024/forward",
        ["sgd-1"] = "step/DigitNet/128/sgd/1",
        ["sgd-2"] = "step/DigitNet/128/sgd/2",
        ["adam-1"] = "step/DigitNet/128/adam/1",
        ["adam-2"] = "step/DigitNet/128/adam/2",
        ["lenet-1"] = "step/LeNet/128/sgd/1",
        ["lenet-2"] = "step/LeNet/128/sgd/2",
        ["resnet-1"] = "step/SmallResNet/128/sgd/1",
        ["resnet-2"] = "step/SmallResNet/128/sgd/2",
        ["convolution-forward"] = "convolution/32x64x14x64x3x1x1w/forward",
        ["convolution-input"] = "convolution/32x64x14x64x3x1x1w/input",
        ["convolution-weight"] = "convolution/32x64x14x64x3x1x1w/weight",
        ["TinyNet"] = "predict/TinyNet/1",
        ["ClassifierNet"] = "predict/ClassifierNet/1",
        ["LeNet-1"] = "predict/LeNet/1",
        ["LeNet-64"] = "predict/LeNet/64",
    };

    /// <summary>A work by its short name, or by the long one that <see cref="WorkNames"/> tells.</summary>
    public TimedWork this[string name]
    {
        get
        {
            if (!_made.TryGetValue(name, out TimedWork? work))
            {
                _made.Add(name, work = new(WorkNames.Create(LongNames.GetValueOrDefault(name, name)).Run));
            }

            return work;
        }
    }

    private static float[] CreateInputs()
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, BatchSize * 784).Select(_ => random.NextSingle())];
    }
}
