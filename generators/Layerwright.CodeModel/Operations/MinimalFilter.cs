using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>Winograd's F(m×m, 3×3) for one size of tile: what it costs, what it needs, how it is called.</summary>
/// <param name="Size">m, outputs of a tile along an axis.</param>
/// <param name="Kernel">The kernel's name, with which those of the weights and their gradients begin.</param>
/// <param name="Form">The form of the weights that it reads.</param>
/// <param name="TurnedForm">The form of the turned weights.</param>
internal sealed record MinimalFilter(int Size, string Kernel, CopyForm Form, CopyForm TurnedForm)
{
    /// <summary>Tiles worked on at a time, and the floats they may take: a quarter of a usual second-level cache, since weights and images go through it too.</summary>
    private const int FewestTiles = 8, MostTiles = 64, CachedFloats = 64 * 1024;

    /// <summary>Floats of a cache line, filters of the widest panel.</summary>
    private const int Line = 16, PanelWidth = 32;

    /// <summary>Numbers that a tile is transformed to.</summary>
    private int Frequencies => (Size + 2) * (Size + 2);

    /// <summary>What a tile costs beside its products, in multiplications a channel and a filter.</summary>
    public int InputCost { get; init; }

    /// <inheritdoc cref="InputCost"/>
    public int OutputCost { get; init; }

    /// <summary>Larger layers do not go by it: transformed, their weights take more room than what it saves is worth.</summary>
    public double MostWeights { get; init; }

    /// <summary>What it takes, in multiplications.</summary>
    public double Cost(WindowGeometry window, int channels, int filters)
    {
        long tiles = (long)((window.Output.Height + Size - 1) / Size) * ((window.Output.Width + Size - 1) / Size);
        return tiles * (((double)Frequencies * channels * filters) + ((double)InputCost * channels) + ((double)OutputCost * filters));
    }

    /// <summary>The convolution, over weights in its form.</summary>
    public Operation Convolution(Tensor input, Operand weights, WindowGeometry window, Tensor output, params Link[] epilogue) => new(
        Kernel,
        input,
        EquatableArray.Of(weights, new WindowOperand(window), Scratch(window, input.Columns, output.Columns)),
        output,
        EquatableArray.Of(epilogue))
    {
        TakesEpilogue = true,
        TakesObservers = true,
        IsSpatial = true,
    };

    /// <summary>The gradient of the weights of such a convolution, by the adjoint.</summary>
    public ChunkSums WeightGradient(Tensor input, Tensor gradient, WindowGeometry window, int weight, int? bias) => new(
        Kernel + "WeightGradient.SumChunk",
        EquatableArray.Of<Operand>(
            new TensorOperand(input),
            new TensorOperand(gradient),
            new WindowOperand(window),
            Scratch(window, input.Columns, gradient.Columns)),
        weight,
        bias)
    {
        Sum = Kernel + "Chunks.Run",
        Inputs = Inputs(input.Columns),
        TakesUnpaddedInput = false,
    };

    /// <summary>The weight as the forward pass reads it.</summary>
    public WeightForm Weight(int parameter, int taps, int channels) => new(
        new(parameter, Form, taps),
        Inputs(channels),
        target => SnapshotCall.Of(Kernel + "Weights.Transform", new MatrixOperand(parameter), new TargetMatrixOperand(target)));

    private static int Padded(int channels) => (channels + Line - 1) / Line * Line;

    private int Inputs(int channels) => Frequencies * channels;

    // Tiles, and a row of zeros as long as the input's, whose positions may lie a line further apart.
    private ScratchOperand Scratch(WindowGeometry window, int channels, int filters)
    {
        int tile = (Frequencies * (Padded(channels) + Math.Min(PanelWidth, Padded(filters)))) + (2 * Line);
        return new((Math.Max(FewestTiles, Math.Min(MostTiles, CachedFloats / tile)) * tile) + (window.Input.Width * (Padded(channels) + Line)));
    }
}
