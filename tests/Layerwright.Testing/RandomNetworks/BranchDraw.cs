using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Draws layers of blocks whose branches meet again.</summary>
internal sealed class BranchDraw(RandomConvolutionalNetwork draw)
{
    private readonly WindowDraw _windows = new(draw);

    /// <summary>A residual around any branch: plain, projected, or with a shortcut of its own.</summary>
    public LayerSpec DrawResidual(ref SpecShape shape, int nesting)
    {
        SpecShape input = shape, output = shape;
        var branch = draw.DrawBlock(ref output, nesting);
        shape = output;
        if (Stride(input.Height, output.Height) is not { } strideHeight || Stride(input.Width, output.Width) is not { } strideWidth)
        {
            // No shortcut reaches a larger image.
            return new UseSpec(branch);
        }

        if (!draw.Chance(0.25))
        {
            return new ResidualSpec(branch, Projection: input != output || draw.Chance(0.15));
        }

        var window = new WindowSpec(1).Stride(strideHeight, strideWidth);
        LayerSpec map = output.Rank switch
        {
            1 => new DenseSpec(output.Channels),
            2 => new Conv1DSpec(output.Channels, new WindowSpec(1).Stride(1, strideWidth)),
            _ when input == output => new Conv2DSpec(output.Channels, _windows.DrawSame()),
            _ => new Conv2DSpec(output.Channels, window),
        };
        return new ResidualSpec(branch, draw.Chance(0.5) ? draw.NewBlock(map, new BatchNormSpec()) : draw.NewBlock(map));
    }

    /// <summary>Factors for each channel, squeezed out of all positions, or for each element.</summary>
    public LayerSpec DrawGate(SpecShape shape)
    {
        var end = new ActivationSpec(draw.Pick(ActivationKind.Sigmoid, ActivationKind.Sigmoid, ActivationKind.HardSigmoid, ActivationKind.Tanh));
        if (shape.Rank > 1 && draw.Chance(0.6))
        {
            return new GateSpec(draw.NewBlock(
                new GlobalPoolSpec(draw.Pick(PoolKind.Average, PoolKind.Average, PoolKind.Max), Is1D: shape.Rank == 2),
                draw.WithArguments(new DenseSpec(draw.Next(1, 6))),
                draw.DrawActivation(),
                draw.WithArguments(new DenseSpec(shape.Channels)),
                end));
        }

        var layers = new List<LayerSpec>();
        AddShapely(layers, shape, shape.Channels);
        layers.Add(end);
        return new GateSpec(draw.NewBlock(layers));
    }

    /// <summary>Two to four branches, identities among them.</summary>
    public LayerSpec DrawConcat(ref SpecShape shape)
    {
        if (shape.Length > 600)
        {
            return draw.DrawAnywhere(shape);
        }

        var branches = new List<BlockSpec>();
        int channels = 0;
        for (int i = draw.Next(2, 5); i > 0; i--)
        {
            if (draw.Chance(0.25))
            {
                branches.Add(BlockSpec.Identity);
                channels += shape.Channels;
                continue;
            }

            int width = draw.Pick(1, 2, 3, 5, 8);
            var layers = new List<LayerSpec>();
            AddShapely(layers, shape, width);
            if (draw.Chance(0.5))
            {
                layers.Add(draw.DrawAnywhere(shape.WithChannels(width)));
            }

            branches.Add(draw.NewBlock(layers));
            channels += width;
        }

        shape = shape.WithChannels(channels);
        return new ConcatSpec(branches);
    }

    /// <summary>A block that yields its input's shape, twice.</summary>
    public LayerSpec DrawRepeat(SpecShape shape)
    {
        var layers = new List<LayerSpec>();
        AddShapely(layers, shape, shape.Channels);
        layers.Add(draw.DrawAnywhere(shape));
        return new RepeatSpec(draw.NewBlock(layers), 2);
    }

    // Layers that change nothing but the channels.
    private void AddShapely(List<LayerSpec> layers, SpecShape shape, int channels)
    {
        if (draw.Chance(0.3))
        {
            layers.Add(draw.DrawAnywhere(shape));
        }

        if (shape.Rank == 3 && draw.Chance(0.2))
        {
            layers.Add(new PoolSpec(draw.Pick(PoolKind.Max, PoolKind.Average), new WindowSpec(3).Pad(1)));
        }

        layers.Add(shape.Rank switch
        {
            1 => draw.WithArguments(new DenseSpec(channels)),
            2 => draw.WithArguments(new Conv1DSpec(channels, new WindowSpec(1, draw.Pick(1, 2, 3)) with { Causal = true })),
            _ => draw.WithArguments(new Conv2DSpec(channels, _windows.DrawSame())),
        });
    }

    private static int? Stride(int input, int output)
    {
        int stride = Enumerable.Range(1, input).FirstOrDefault(stride => ((input - 1) / stride) + 1 == output);
        return stride == 0 ? null : stride;
    }
}
