using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Aᵀ·s·A of six by six sums, four by four outputs: two rows of outputs at a time, so that all stays in registers.</summary>
internal static unsafe class FourByFourOutput<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private const int MostLanes = 16, Outputs = 16;

    /// <summary>
    /// Tiles side by side, one vector of filters. Outputs reach the epilogue through the first-level cache: it is there once, not sixteen times, and
    /// a tile may have fewer.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row<TColumns, TEpilogue>(
        float* sums, nint sumStride, in WinogradPlace at, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue
    {
        float* memory = stackalloc float[(Outputs + 1) * MostLanes];
        float* outputs = (float*)(((nint)memory + 63) & ~63);
        nint stride = output.Stride, line = at.Line, left = at.Columns, rows = Math.Min(4, at.Rows), width = at.Width;
        for (nint tile = 0; tile < count; tile++, sums += sumStride, line += 4, left -= 4)
        {
            EvenRows<TColumns>(sums, outputs);
            OddRows<TColumns>(sums, outputs);
            nint columns = Math.Min(4, left);
            float* from = outputs;
            for (nint row = line, end = line + rows * width; row < end; row += width, from += 4 * TInstructions.Count)
            {
                float* to = output.Data + row * stride + column, result = from;
                for (nint x = 0; x < columns; x++, to += stride, result += TInstructions.Count)
                {
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(TInstructions.Load(result), row + x, column), to);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EvenRows<TColumns>(float* sums, float* outputs)
        where TColumns : unmanaged
    {
        nint step = sizeof(TColumns) * TInstructions.Count;
        Even(sums, 6 * step, out TVector a0, out TVector b0);
        Even(sums + step, 6 * step, out TVector a1, out TVector b1);
        Even(sums + 2 * step, 6 * step, out TVector a2, out TVector b2);
        Even(sums + 3 * step, 6 * step, out TVector a3, out TVector b3);
        Even(sums + 4 * step, 6 * step, out TVector a4, out TVector b4);
        Even(sums + 5 * step, 6 * step, out TVector a5, out TVector b5);
        Across(a0, a1, a2, a3, a4, a5, outputs);
        Across(b0, b1, b2, b3, b4, b5, outputs + 8 * TInstructions.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OddRows<TColumns>(float* sums, float* outputs)
        where TColumns : unmanaged
    {
        nint step = sizeof(TColumns) * TInstructions.Count;
        Odd(sums, 6 * step, out TVector a0, out TVector b0);
        Odd(sums + step, 6 * step, out TVector a1, out TVector b1);
        Odd(sums + 2 * step, 6 * step, out TVector a2, out TVector b2);
        Odd(sums + 3 * step, 6 * step, out TVector a3, out TVector b3);
        Odd(sums + 4 * step, 6 * step, out TVector a4, out TVector b4);
        Odd(sums + 5 * step, 6 * step, out TVector a5, out TVector b5);
        Across(a0, a1, a2, a3, a4, a5, outputs + 4 * TInstructions.Count);
        Across(b0, b1, b2, b3, b4, b5, outputs + 12 * TInstructions.Count);
    }

    /// <summary>The first and the third of Aᵀ over a column of six.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Even(float* sums, nint step, out TVector first, out TVector third)
    {
        TVector near = TInstructions.Add(TInstructions.Load(sums + step), TInstructions.Load(sums + 2 * step));
        TVector far = TInstructions.Add(TInstructions.Load(sums + 3 * step), TInstructions.Load(sums + 4 * step));
        first = First(TInstructions.Load(sums), near, far);
        third = Third(near, far);
    }

    /// <summary>The second and the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Odd(float* sums, nint step, out TVector second, out TVector last)
    {
        TVector near = TInstructions.Subtract(TInstructions.Load(sums + step), TInstructions.Load(sums + 2 * step));
        TVector far = TInstructions.Subtract(TInstructions.Load(sums + 3 * step), TInstructions.Load(sums + 4 * step));
        second = Second(near, far);
        last = Last(near, far, TInstructions.Load(sums + 5 * step));
    }

    /// <summary>Aᵀ over a row of six, stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Across(TVector m0, TVector m1, TVector m2, TVector m3, TVector m4, TVector m5, float* to)
    {
        TVector near = TInstructions.Add(m1, m2), far = TInstructions.Add(m3, m4);
        TVector nearOdd = TInstructions.Subtract(m1, m2), farOdd = TInstructions.Subtract(m3, m4);
        TInstructions.Store(First(m0, near, far), to);
        TInstructions.Store(Second(nearOdd, farOdd), to + TInstructions.Count);
        TInstructions.Store(Third(near, far), to + 2 * TInstructions.Count);
        TInstructions.Store(Last(nearOdd, farOdd, m5), to + 3 * TInstructions.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector First(TVector m0, TVector near, TVector far) => TInstructions.Add(TInstructions.Add(m0, near), far);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Second(TVector near, TVector far) => TInstructions.MultiplyAdd(
        TInstructions.Broadcast(FourByFour.Far), far, TInstructions.Multiply(TInstructions.Broadcast(FourByFour.Near), near));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Third(TVector near, TVector far) => TInstructions.MultiplyAdd(
        TInstructions.Broadcast(2), far, TInstructions.Multiply(TInstructions.Broadcast(0.5f), near));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Last(TVector near, TVector far, TVector m5) => TInstructions.MultiplyAdd(
        TInstructions.Broadcast(2 * FourByFour.Far), far, TInstructions.MultiplyAdd(TInstructions.Broadcast(FourByFour.Near / 2), near, m5));
}
