using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Aᵀ·s·A of four by four sums, two by two outputs.</summary>
internal static unsafe class TwoByTwoOutput<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Tiles side by side, one vector of filters.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row<TColumns, TEpilogue>(
        float* sums, nint sumStride, in WinogradPlace at, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue
    {
        nint stride = output.Stride, step = sizeof(TColumns) * TInstructions.Count, line = at.Line, left = at.Columns;
        nint below = at.Rows > 1 ? at.Width : 0;
        for (nint tile = 0; tile < count; tile++, sums += sumStride, line += 2, left -= 2)
        {
            Down(sums, 4 * step, out TVector a0, out TVector b0);
            Down(sums + step, 4 * step, out TVector a1, out TVector b1);
            Down(sums + 2 * step, 4 * step, out TVector a2, out TVector b2);
            Down(sums + 3 * step, 4 * step, out TVector a3, out TVector b3);
            nint row = line;
            float* to = output.Data + row * stride + column;
            bool hasRight = left > 1;
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
