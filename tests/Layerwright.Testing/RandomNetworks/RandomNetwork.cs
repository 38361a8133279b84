using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Draws legal networks of every layer, from a seed.</summary>
public sealed class RandomNetwork : NetworkDraw
{
    // Around every vector width and panel edge, odd ones preferred.
    private static readonly int[] s_widths = [1, 2, 3, 5, 7, 8, 9, 13, 15, 16, 17, 21, 31, 32, 33, 37, 47, 48, 49, 63, 65];

    private RandomNetwork(int seed)
        : base($"Net{seed}", seed)
    {
    }

    /// <summary>The network of this seed: one to eight layers, blocks within blocks, any loss or none.</summary>
    public static NetworkSpec Create(int seed) => new RandomNetwork(seed).Draw();

    /// <summary>Whether any layer, inside blocks too, is of this kind.</summary>
    public static bool Has<TLayer>(IEnumerable<LayerSpec> layers)
        where TLayer : LayerSpec => Has(layers, layer => layer is TLayer);

    /// <summary>Whether any layer, inside blocks too, is such a one.</summary>
    public static bool Has(IEnumerable<LayerSpec> layers, Func<LayerSpec, bool> predicate) =>
        layers.Any(layer => predicate(layer) || layer.Blocks.Any(block => Has(block.Layers, predicate)));

    private NetworkSpec Draw()
    {
        int inputs = Width();
        int length = inputs;
        var layers = DrawLayers(Next(1, 9), ref length, nesting: 0);
        return Finish(inputs, layers, length);
    }

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
        switch (Next(0, nesting < 2 ? 16 : 12))
        {
            case < 4:
                length = Width();
                return Chance(0.25) ? WithArguments(new MaxoutSpec(length, Pick(2, 2, 3, 5))) : DrawDense(length);
            case 4:
                return DrawNorm();
            case 5:
                return DrawDropout();
            case < 10:
                return DrawActivation();
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

    private DenseSpec DrawDense(int units) => WithArguments(new DenseSpec(units));

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

        return new RepeatSpec(block, Next(2, 4));
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
        return new BlockSpec(name, DrawLayers(Next(1, 4), ref length, nesting + 1));
    }

    private int Width() => Pick(s_widths);
}
