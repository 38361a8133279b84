using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Draws legal networks of every layer, from a seed.</summary>
public sealed class RandomNetwork
{
    // Around every vector width and panel edge, odd ones preferred.
    private static readonly int[] s_widths = [1, 2, 3, 5, 7, 8, 9, 13, 15, 16, 17, 21, 31, 32, 33, 37, 47, 48, 49, 63, 65];

    private static readonly string[] s_inits = Enum.GetNames<Init>();

    private readonly Random _random;
    private readonly string _name;
    private int _blocks;

    private RandomNetwork(int seed)
    {
        _random = new Random(seed);
        _name = $"Net{seed}";
    }

    /// <summary>The network of this seed: one to eight layers, blocks within blocks, any loss or none.</summary>
    public static NetworkSpec Create(int seed) => new RandomNetwork(seed).Draw();

    /// <summary>Whether any layer, inside blocks too, is of this kind.</summary>
    public static bool Has<TLayer>(IEnumerable<LayerSpec> layers)
        where TLayer : LayerSpec => Has(layers, layer => layer is TLayer);

    /// <summary>Whether any layer, inside blocks too, is such a one.</summary>
    public static bool Has(IEnumerable<LayerSpec> layers, Func<LayerSpec, bool> predicate) =>
        layers.Any(layer => predicate(layer) || Inner(layer).Any(block => Has(block.Layers, predicate)));

    private static IEnumerable<BlockSpec> Inner(LayerSpec layer) => layer switch
    {
        ResidualSpec { Shortcut: { } shortcut } residual => [residual.Branch, shortcut],
        ResidualSpec residual => [residual.Branch],
        UseSpec use => [use.Block],
        RepeatSpec repeat => [repeat.Block],
        _ => [],
    };

    private NetworkSpec Draw()
    {
        int inputs = Width();
        int length = inputs;
        var layers = DrawLayers(_random.Next(1, 9), ref length, nesting: 0);
        var loss = DrawLoss(length);
        return new NetworkSpec(_name, inputs, layers, loss) { InputGradient = Chance(0.4), LossOptions = DrawLossOptions(loss, length) };
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

    private List<LayerSpec> DrawLayers(int count, ref int length, int nesting)
    {
        var layers = new List<LayerSpec>();
        for (int i = 0; i < count; i++)
        {
            layers.Add(DrawLayer(ref length, nesting));
        }

        return WithNames(layers);
    }

    private LayerSpec DrawLayer(ref int length, int nesting)
    {
        switch (_random.Next(nesting < 2 ? 16 : 12))
        {
            case < 4:
                length = Width();
                return Chance(0.25) ? WithArguments(new MaxoutSpec(length, Pick(2, 2, 3, 5))) : DrawDense(length);
            case 4:
                return DrawNorm();
            case 5:
                return Chance(0.3) ? new AlphaDropoutSpec(Pick(0.1, 0.25, 0.5, 0)) : new DropoutSpec(Pick(0.1, 0.25, 0.5, 0));
            case < 10:
                return new ActivationSpec(Pick(Enum.GetValues<ActivationKind>()))
                {
                    Slope = Pick(0.01, 0.2, 0.3, -0.5, 0),
                    Alpha = Pick(1, 1, 0.5, 2, -0.5, 0),
                    Approximate = Chance(0.5),
                };
            case 10:
                return new PReLUSpec(PerChannel: Chance(0.5));
            case 11:
                return new SoftmaxSpec(IsLogarithmic: Chance(0.5));
            case 12:
                return new UseSpec(DrawBlock(ref length, nesting));
            case 13:
                return DrawRepeat(ref length, nesting);
            default:
                return DrawResidual(ref length, nesting);
        }
    }

    private LayerSpec DrawNorm() => Pick(0, 0, 0, 1, 2) switch
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

    private DenseSpec DrawDense(int units) => WithArguments(new DenseSpec(units));

    private TWeights WithArguments<TWeights>(TWeights weights)
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

    private RepeatSpec DrawRepeat(ref int length, int nesting)
    {
        int inputs = length;
        var block = DrawBlock(ref length, nesting);
        if (length != inputs && Has<ResidualSpec>(block.Layers))
        {
            // The second copy sees another length than the first; a residual without a projection could not take it.
            block = block with { Layers = [.. block.Layers, DrawDense(inputs)] };
            length = inputs;
        }

        return new RepeatSpec(block, _random.Next(2, 4));
    }

    private ResidualSpec DrawResidual(ref int length, int nesting)
    {
        int inputs = length, outputs = length;
        var branch = DrawBlock(ref outputs, nesting);
        length = outputs;
        if (Chance(0.2))
        {
            var shortcut = new List<LayerSpec> { DrawDense(outputs) };
            if (Chance(0.5))
            {
                shortcut.Add(new BatchNormSpec());
            }

            return new ResidualSpec(branch, new BlockSpec(BlockName(), shortcut));
        }

        return new ResidualSpec(branch, Projection: inputs != outputs || Chance(0.2));
    }

    private BlockSpec DrawBlock(ref int length, int nesting)
    {
        string name = BlockName();
        return new BlockSpec(name, DrawLayers(_random.Next(1, 4), ref length, nesting + 1));
    }

    // Names and keys of one's own now and then: unique by construction.
    private List<LayerSpec> WithNames(List<LayerSpec> layers)
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

    private string BlockName() => $"{_name}Block{_blocks++}";

    private int Width() => Pick(s_widths);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
