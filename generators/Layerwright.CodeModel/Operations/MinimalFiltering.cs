using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// Convolutions of three by three taps by Winograd's F(2×2, 3×3): where they win, what they need, how they are called. Decided from
/// literals of the network alone, so that results do not depend on the machine.
/// </summary>
internal static class MinimalFiltering
{
    /// <summary>The kernel's name.</summary>
    public const string Kernel = "Winograd";

    /// <summary>Numbers that a tile of two by two outputs is transformed to.</summary>
    private const int Frequencies = 16;

    /// <summary>Fewer do not fill the widest vector.</summary>
    private const int FewestChannels = 16;

    /// <summary>
    /// What a tile costs beside its products, in multiplications a channel and a filter. Fits what was measured with the widest
    /// vectors, whose products are the quickest: 16 to 64 channels on images of 7 × 7 to 28 × 28.
    /// </summary>
    private const int InputCost = 72, OutputCost = 64;

    /// <summary>Larger layers keep their weights once: transformed they are 16/9 as large.</summary>
    private const double MostWeights = 1 << 24;

    /// <summary>Tiles worked on at a time, and the floats they may take: what a usual second-level cache holds.</summary>
    private const int FewestTiles = 8, MostTiles = 32, CachedFloats = 256 * 1024;

    /// <summary>The same of a weight gradient, which reads and writes all its sums once for so many tiles.</summary>
    private const int MostGradientTiles = 64;

    /// <summary>Floats of a cache line, filters of the widest panel.</summary>
    private const int Line = 16, PanelWidth = 32;

    /// <summary>Whether it takes less time than summing directly, which skips taps beyond the border.</summary>
    public static bool Wins(WindowGeometry window, int channels, int filters)
    {
        double products = (double)channels * filters;
        if (window is not { Kernel: (3, 3), Stride: (1, 1), Dilation: (1, 1) }
            || Math.Min(channels, filters) < FewestChannels
            || products > MostWeights)
        {
            return false;
        }

        long tiles = (long)((window.Output.Height + 1) / 2) * ((window.Output.Width + 1) / 2);
        double filtered = tiles * (Frequencies * products + (double)InputCost * channels + (double)OutputCost * filters);
        double taps = TapsInside(window.Input.Height, window.Output.Height, window.Pad.Height)
            * TapsInside(window.Input.Width, window.Output.Width, window.Pad.Width);
        return filtered < taps * products;
    }

    /// <summary>The window of the adjoint: from gradients of the outputs, with turned weights, to those of the inputs.</summary>
    public static WindowGeometry Turned(WindowGeometry window) => window with
    {
        Input = window.Output,
        Output = window.Input,
        Pad = (window.Kernel.Height - 1 - window.Pad.Height, window.Kernel.Width - 1 - window.Pad.Width),
    };

    /// <summary>The convolution, over weights in the form Winograd (with a turned window: TurnedWinograd).</summary>
    public static Operation Convolution(Tensor input, Operand weights, WindowGeometry window, Tensor output, params Link[] epilogue) =>
        new(Kernel, input, EquatableArray.Of(weights, new WindowOperand(window), new ScratchOperand(Scratch(input.Columns, MostTiles))), output, EquatableArray.Of(epilogue))
        {
            TakesEpilogue = true,
            TakesObservers = true,
            IsSpatial = true,
        };

    /// <summary>The gradient of the weights of such a convolution, by the adjoint of minimal filtering.</summary>
    public static ChunkSums WeightGradient(Tensor input, Tensor gradient, WindowGeometry window, int weight, int? bias) => new(
        "WinogradWeightGradient.SumChunk",
        EquatableArray.Of<Operand>(
            new TensorOperand(input), new TensorOperand(gradient), new WindowOperand(window), new ScratchOperand(Scratch(input.Columns, MostGradientTiles))),
        weight,
        bias)
    {
        Sum = "WinogradChunks.Run",
        Inputs = Inputs(input.Columns),
        TakesUnpaddedInput = false,
    };

    /// <summary>Inputs of the transformed weights.</summary>
    public static int Inputs(int channels) => Frequencies * channels;

    /// <summary>The call that fills a predictor's weights.</summary>
    public static SnapshotCall Transform(int parameter, int target) =>
        SnapshotCall.Of("WinogradWeights.Transform", new MatrixOperand(parameter), new TargetMatrixOperand(target));

    private static int Scratch(int channels, int mostTiles)
    {
        int padded = (channels + Line - 1) / Line * Line, tile = Frequencies * padded + Line + Frequencies * PanelWidth + Line;
        return Math.Max(FewestTiles, Math.Min(mostTiles, CachedFloats / tile)) * tile + padded;
    }

    // Along one axis: over all outputs, the taps that lie on the image.
    private static double TapsInside(int input, int output, int pad)
    {
        double count = 0;
        for (int tap = 0; tap < 3; tap++)
        {
            count += Math.Max(0, Math.Min(output, input + pad - tap) - Math.Max(0, pad - tap));
        }

        return count;
    }
}
