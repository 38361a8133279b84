using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sums by frequency back to outputs: Aᵀ·m·A of four by four, two by two positions through the epilogue.</summary>
internal static unsafe class WinogradOutput<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>One panel of <paramref name="count"/> tiles from tile <paramref name="first"/> of all images.</summary>
    public static void Run<TEpilogue>(
        in WinogradScratch room, in WinogradGrid grid, nint first, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        nint end = Math.Min(column + 2 * TInstructions.Count, PanelLayout.RoundUp(output.Columns));
        float* sums = room.Sums;
        while (count > 0)
        {
            var (image, row, left, run) = grid.At(first, count);
            nint line = (image * grid.Window.Output.Height + 2 * row) * grid.Window.Output.Width;
            nint below = 2 * row + 1 < grid.Window.Output.Height ? grid.Window.Output.Width : 0;
            for (nint c = column; c < end; c += TInstructions.Count)
            {
                Row(sums + c - column, room.SumStride, line, below, 2 * left, grid.Window.Output.Width, run, c, output, epilogue);
            }

            first += run;
            count -= run;
            sums += run * room.SumStride;
        }
    }

    /// <summary>Tiles side by side, one vector of filters.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Row<TEpilogue>(
        float* sums, nint sumStride, nint line, nint below, nint x, nint width, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        nint stride = output.Stride, step = 2 * TInstructions.Count;
        for (nint tile = 0; tile < count; tile++, sums += sumStride, x += 2)
        {
            Down(sums, 4 * step, out TVector a0, out TVector b0);
            Down(sums + step, 4 * step, out TVector a1, out TVector b1);
            Down(sums + 2 * step, 4 * step, out TVector a2, out TVector b2);
            Down(sums + 3 * step, 4 * step, out TVector a3, out TVector b3);
            nint row = line + x;
            float* to = output.Data + row * stride + column;
            bool hasRight = x + 1 < width;
            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(First(a0, a1, a2), row, column), to);
            if (hasRight)
            {
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(Second(a1, a2, a3), row + 1, column), to + stride);
            }

            if (below > 0)
            {
                to += below * stride;
                row += below;
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(First(b0, b1, b2), row, column), to);
                if (hasRight)
                {
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(Second(b1, b2, b3), row + 1, column), to + stride);
                }
            }
        }
    }

    /// <summary>Aᵀ over a column of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Down(float* sums, nint step, out TVector first, out TVector second)
    {
        TVector m0 = TInstructions.Load(sums), m1 = TInstructions.Load(sums + step);
        TVector m2 = TInstructions.Load(sums + 2 * step), m3 = TInstructions.Load(sums + 3 * step);
        first = First(m0, m1, m2);
        second = Second(m1, m2, m3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector First(TVector m0, TVector m1, TVector m2) => TInstructions.Add(TInstructions.Add(m0, m1), m2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Second(TVector m1, TVector m2, TVector m3) => TInstructions.Subtract(TInstructions.Subtract(m1, m2), m3);
}
