using Layerwright.Testing.Interpretation;

namespace Layerwright.Testing.RandomNetworks;

/// <summary>Draws legal networks of images and sequences, from a seed; small, since they are interpreted product by product.</summary>
public sealed class RandomConvolutionalNetwork : NetworkDraw
{
    private const int LargestRow = 1400;

    private static readonly int[] s_sizes = [1, 2, 3, 4, 5, 5, 6, 7, 7, 8, 9, 11];

    private readonly WindowDraw _windows;
    private readonly BranchDraw _branches;

    private RandomConvolutionalNetwork(int seed)
        : base($"Conv{seed}", seed)
    {
        _windows = new WindowDraw(this);
        _branches = new BranchDraw(this);
    }

    /// <summary>The network of this seed: an image, a sequence, or a vector that becomes an image; any loss, on every position too, or none.</summary>
    public static NetworkSpec Create(int seed) => new RandomConvolutionalNetwork(seed).Draw();

    private NetworkSpec Draw()
    {
        var input = DrawInput();
        var shape = input.Shape;
        var layers = new List<LayerSpec>();
        if (shape.Rank == 1)
        {
            DrawStart(layers, ref shape);
        }

        AddLayers(layers, Next(1, 6), ref shape, nesting: 0);
        if (Chance(0.6))
        {
            DrawEnd(layers, ref shape);
        }

        return Finish(input, WithNames(layers), shape.Channels) with { Winograd = Chance(0.75) };
    }

    private InputSpec DrawInput() => Pick(0, 0, 0, 0, 1, 1, 2) switch
    {
        0 => new InputSpec(SpecShape.Image(Pick(s_sizes), Pick(s_sizes), Channels(3)), ChannelsFirst: Chance(0.3)),
        1 => new InputSpec(SpecShape.Sequence(Pick(s_sizes) + Pick(0, 3), Channels(6))),
        _ => Pick(3, 8, 17),
    };

    // A decoder: a map of the vector becomes an image. The network's own input may as well.
    private void DrawStart(List<LayerSpec> layers, ref SpecShape shape)
    {
        var image = SpecShape.Image(Next(1, 5), Next(1, 5), Channels(4));
        layers.Add(WithArguments(new DenseSpec(image.Length)));
        shape = SpecShape.Vector(image.Length);
        for (int i = Next(0, 3); i > 0; i--)
        {
            layers.Add(DrawAnywhere(shape));
        }

        layers.Add(new ReshapeSpec(image));
        shape = image;
    }

    private void DrawEnd(List<LayerSpec> layers, ref SpecShape shape)
    {
        if (shape.Rank > 1)
        {
            layers.Add(DrawVector(ref shape));
        }

        // Down to what is left of the flattened image's order: a layer that mixes its inputs.
        for (int i = Next(0, 3); i > 0; i--)
        {
            layers.Add(Chance(0.3) ? _branches.DrawResidual(ref shape, nesting: 1) : DrawAnywhere(shape));
        }

        int units = Next(1, 12);
        layers.Add(Chance(0.2) ? WithArguments(new MaxoutSpec(units, Pick(2, 3))) : WithArguments(new DenseSpec(units)));
        shape = SpecShape.Vector(units);
    }

    private LayerSpec DrawVector(ref SpecShape shape)
    {
        bool isSequence = shape.Rank == 2;
        if (Chance(0.5))
        {
            shape = SpecShape.Vector(shape.Length);
            return Chance(0.7) ? new FlattenSpec() : new ReshapeSpec(shape);
        }

        shape = SpecShape.Vector(shape.Channels);
        return new GlobalPoolSpec(Pick(PoolKind.Average, PoolKind.Max), isSequence);
    }

    /// <summary>Layers one after the other, which keep the input's rank.</summary>
    internal void AddLayers(List<LayerSpec> layers, int count, ref SpecShape shape, int nesting)
    {
        for (int i = 0; i < count; i++)
        {
            layers.Add(DrawLayer(ref shape, nesting));
        }
    }

    private LayerSpec DrawLayer(ref SpecShape shape, int nesting) => Next(0, nesting < 2 ? 20 : 14) switch
    {
        < 6 when shape is { Rank: 3, Height: >= 3, Width: >= 3, Positions: >= 12 and <= 30, Channels: <= 12 } && Chance(0.5) => _windows.DrawFiltered(ref shape),
        < 6 => DrawWeights(ref shape),
        < 8 => _windows.DrawPool(ref shape),
        < 10 when shape.Rank == 2 => _windows.DrawPool(ref shape),
        < 13 => DrawAnywhere(shape),
        13 => DrawLarger(ref shape),
        14 => Chance(0.5) ? new UseSpec(DrawBlock(ref shape, nesting)) : _branches.DrawRepeat(shape),
        15 or 16 => _branches.DrawResidual(ref shape, nesting),
        17 => _branches.DrawGate(shape),
        _ => _branches.DrawConcat(ref shape),
    };

    /// <summary>A layer of weights: a convolution, or on a sequence a map of each step.</summary>
    internal LayerSpec DrawWeights(ref SpecShape shape)
    {
        if (shape.Rank == 1)
        {
            shape = shape.WithChannels(Pick(2, 3, 5, 8, 17));
            return WithArguments(new DenseSpec(shape.Channels));
        }

        if (shape.Rank == 2 && Chance(0.3))
        {
            shape = shape.WithChannels(Channels(2));
            return Chance(0.3) ? WithArguments(new MaxoutSpec(shape.Channels)) : WithArguments(new DenseSpec(shape.Channels));
        }

        return shape.Rank == 2 ? _windows.DrawConv1D(ref shape) : Pick(0, 0, 0, 0, 1, 2, 2) switch
        {
            0 => _windows.DrawConv2D(ref shape),
            1 => _windows.DrawDepthwise(ref shape),
            _ => _windows.DrawTranspose(ref shape),
        };
    }

    /// <summary>A layer that keeps every shape.</summary>
    internal LayerSpec DrawAnywhere(SpecShape shape) => Next(0, 12) switch
    {
        < 3 => DrawNorm(),
        3 => new GroupNormSpec(Pick([.. Enumerable.Range(1, shape.Channels).Where(groups => shape.Channels % groups == 0)])) { Epsilon = Pick(1e-5, 1e-3) },
        4 => shape.Rank == 3 && Chance(0.6) ? new SpatialDropout2DSpec(Pick(0.1, 0.25, 0.5, 0)) : DrawDropout(),
        5 => new PReLUSpec(PerChannel: Chance(0.5)),
        6 when Chance(0.4) => new SoftmaxSpec(IsLogarithmic: Chance(0.5)),
        6 or 7 => new ActivationSpec(ActivationKind.ReLU),
        _ => DrawActivation(),
    };

    private LayerSpec DrawLarger(ref SpecShape shape)
    {
        if (shape.Rank != 3 || shape.Length > LargestRow / 4)
        {
            return DrawAnywhere(shape);
        }

        if (Chance(0.5))
        {
            int factor = shape.Length > LargestRow / 9 ? 2 : Pick(2, 3);
            shape = SpecShape.Image(shape.Height * factor, shape.Width * factor, shape.Channels);
            return new Upsample2DSpec(factor);
        }

        var padding = new ZeroPadding2DSpec(Next(0, 3), Next(0, 2), Next(0, 2), Next(0, 3));
        shape = SpecShape.Image(shape.Height + padding.Top + padding.Bottom, shape.Width + padding.Left + padding.Right, shape.Channels);
        return padding;
    }

    /// <summary>A block of a few layers.</summary>
    internal BlockSpec DrawBlock(ref SpecShape shape, int nesting)
    {
        var layers = new List<LayerSpec>();
        AddLayers(layers, Next(1, 4), ref shape, nesting + 1);
        return NewBlock(layers);
    }

    /// <summary>Channels at and around the widths of vectors; fewer where a row would be large.</summary>
    internal int Channels(int positions)
    {
        int[] most = [.. new[] { 1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 17, 19, 24, 33 }.Where(channels => channels * positions <= LargestRow / 2)];
        return most.Length == 0 ? 1 : Pick(most);
    }
}
