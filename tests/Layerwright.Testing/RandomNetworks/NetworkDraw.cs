using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>What every random network is drawn from: choices, names, and the layers that know no shape.</summary>
public abstract class NetworkDraw
{
    private static readonly string[] s_inits = Enum.GetNames<Init>();

    private readonly Random _random;
    private readonly string _name;
    private readonly int _seed;
    private int _blocks;

    private protected NetworkDraw(string name, int seed)
    {
        _random = new Random(seed);
        _name = name;
        _seed = seed;
    }

    internal NetworkSpec Finish(InputSpec input, IReadOnlyList<LayerSpec> layers, int classes)
    {
        var loss = DrawLoss(classes);
        return new NetworkSpec(_name, input, layers, loss)
        {
            Seed = _seed,
            InputGradient = Chance(0.4),
            LossOptions = DrawLossOptions(loss, classes),
        };
    }

    // Softmax cross-entropy has the most to combine.
    private LossKind DrawLoss(int outputs) => outputs > 1
        ? Pick([.. Enum.GetValues<LossKind>(), LossKind.SoftmaxCrossEntropy, LossKind.SoftmaxCrossEntropy])
        : Pick([.. Enum.GetValues<LossKind>().Except([LossKind.SoftmaxCrossEntropy, LossKind.MulticlassHinge])]);

    private LossOptions DrawLossOptions(LossKind loss, int outputs) => loss switch
    {
        LossKind.SoftmaxCrossEntropy => new() { LabelSmoothing = Pick(0, 0.1, 0.3), IgnoreLabel = Pick<int?>(null, null, 0, outputs - 1, -100) },
        LossKind.MulticlassHinge => new() { Margin = Pick(1, 1, 0.5, 2), Squared = Chance(0.5) },
        LossKind.Huber => new() { Delta = Pick(0.25, 0.5, 1, 2) },
        _ => new(),
    };

    internal ActivationSpec DrawActivation() => new(Pick(Enum.GetValues<ActivationKind>()))
    {
        Slope = Pick(0.01, 0.2, 0.3, -0.5, 0),
        Alpha = Pick(1, 1, 0.5, 2, -0.5, 0),
        Approximate = Chance(0.5),
    };

    internal LayerSpec DrawDropout() =>
        Chance(0.3) ? new AlphaDropoutSpec(Pick(0.1, 0.25, 0.5, 0)) : new DropoutSpec(Pick(0.1, 0.25, 0.5, 0));

    internal LayerSpec DrawNorm() => Pick(0, 0, 0, 1, 2) switch
    {
        0 => new BatchNormSpec
        {
            Momentum = Pick(0.1, 0.1, 0.3),
            Epsilon = Pick(1e-5, 1e-5, 1e-3),
            ZeroGamma = Chance(0.2),
            Frozen = Chance(0.2),
        },
        1 => new RowNormSpec(SubtractsMean: true) { Epsilon = Pick(1e-5, 1e-3) },
        _ => new RowNormSpec(SubtractsMean: false) { Epsilon = Pick(1e-5, 1e-3) },
    };

    internal TWeights WithArguments<TWeights>(TWeights weights)
        where TWeights : WeightSpec => weights with
    {
        Frozen = Chance(0.15),
        UseBias = Pick<bool?>(null, null, null, true, false),
        Init = Chance(0.5) ? Pick(s_inits) : null,
        InitScale = Pick(1, 1, 1, 0.5),
        BiasInit = Pick(0, 0, 0, 0.1),
        L1 = Pick(0, 0, 0, 1e-3),
        L2 = Pick(0, 0, 0, 1e-2),
    };

    // Names and keys of one's own now and then: unique by construction.
    internal List<LayerSpec> WithNames(List<LayerSpec> layers)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            if (Chance(0.08))
            {
                layers[i] = layers[i] with { Name = $"Named{i}" };
            }
            else if (Chance(0.08))
            {
                layers[i] = layers[i] with { Key = $"keyed.{i}" };
            }
        }

        return layers;
    }

    /// <summary>A block of these layers, some with names of their own.</summary>
    internal BlockSpec NewBlock(params List<LayerSpec> layers) => new(BlockName(), WithNames(layers));

    internal string BlockName() => $"{_name}Block{_blocks++}";

    /// <summary>A whole number from <paramref name="from"/> up to, but not, <paramref name="to"/>.</summary>
    internal int Next(int from, int to) => _random.Next(from, to);

    internal bool Chance(double probability) => _random.NextDouble() < probability;

    internal T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
