using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Gradients of two by two outputs to frequencies: A·d·Aᵀ, zeros beyond the image; the adjoint of <see cref="WinogradOutput{TInstructions, TVector}"/>.</summary>
internal static unsafe class WinogradGradient<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>One panel of <paramref name="count"/> tiles from tile <paramref name="first"/> of all images, to the room's sums.</summary>
    public static void Run(Tensor gradient, in WinogradGrid grid, nint first, nint count, nint column, nint end, in WinogradScratch room)
    {
        float* target = room.Sums;
        nint width = grid.Window.Output.Width;
        while (count > 0)
        {
            var (image, row, left, run) = grid.At(first, count);
            float* line = gradient.Data + ((image * grid.Window.Output.Height + 2 * row) * width + 2 * left) * gradient.Stride;
            nint below = 2 * row + 1 < grid.Window.Output.Height ? width * gradient.Stride : 0;
            for (nint c = column; c < end; c += TInstructions.Count)
            {
                Row(line + c, gradient.Stride, below, width - 2 * left, run, target + c - column, room.SumStride);
            }

            first += run;
            count -= run;
            target += run * room.SumStride;
        }
    }

    /// <summary>Tiles side by side, one vector of filters.</summary>
    /// <param name="from">The first tile's upper left output.</param>
    /// <param name="stride">From output to output.</param>
    /// <param name="below">To the outputs below; 0 where there are none.</param>
    /// <param name="outputs">Outputs from the first to the end of the row.</param>
    /// <param name="count">Tiles.</param>
    /// <param name="to">The first tile's frequencies.</param>
    /// <param name="tileStep">From tile to tile.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Row(float* from, nint stride, nint below, nint outputs, nint count, float* to, nint tileStep)
    {
        nint step = 2 * TInstructions.Count;
        for (nint tile = 0; tile < count; tile++, from += 2 * stride, to += tileStep, outputs -= 2)
        {
            bool hasRight = outputs > 1;
            TVector zero = TInstructions.Zero, a = TInstructions.Load(from), b = hasRight ? TInstructions.Load(from + stride) : zero, c = zero, d = zero;
            if (below > 0)
            {
                c = TInstructions.Load(from + below);
                d = hasRight ? TInstructions.Load(from + below + stride) : zero;
            }

            Across(a, b, to, step);
            Across(TInstructions.Add(a, c), TInstructions.Add(b, d), to + 4 * step, step);
            Across(TInstructions.Subtract(a, c), TInstructions.Subtract(b, d), to + 8 * step, step);
            Across(TInstructions.Subtract(zero, c), TInstructions.Subtract(zero, d), to + 12 * step, step);
        }
    }

    /// <summary>A over a row of two, stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Across(TVector left, TVector right, float* to, nint step)
    {
        TInstructions.Store(left, to);
        TInstructions.Store(TInstructions.Add(left, right), to + step);
        TInstructions.Store(TInstructions.Subtract(left, right), to + 2 * step);
        TInstructions.Store(TInstructions.Subtract(TInstructions.Zero, right), to + 3 * step);
    }
}
