using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>A·d·Aᵀ of gradients of four by four outputs; the adjoint of <see cref="FourByFourOutput{TInstructions, TVector}"/>.</summary>
internal static unsafe class FourByFourGradient<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private const int MostLanes = 16, Outputs = 16;

    /// <summary>Tiles side by side, one vector of filters; a tile that has fewer outputs is filled up with zeros.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row<TColumns>(float* from, nint stride, in WinogradPlace at, nint count, float* to, nint tileStep)
        where TColumns : unmanaged
    {
        float* memory = stackalloc float[(Outputs + 1) * MostLanes];
        float* whole = (float*)(((nint)memory + 63) & ~63);
        nint step = sizeof(TColumns) * TInstructions.Count, left = at.Columns, line = at.Width * stride;
        for (nint tile = 0; tile < count; tile++, from += 4 * stride, to += tileStep, left -= 4)
        {
            float* first = from;
            nint next = stride, down = line;
            if (at.Rows < 4 || left < 4)
            {
                Fill(from, stride, line, at.Rows, left, whole);
                first = whole;
                next = TInstructions.Count;
                down = 4 * TInstructions.Count;
            }

            float* second = first + down, third = second + down, last = third + down;
            Across(
                TInstructions.Load(first), TInstructions.Load(first + next), TInstructions.Load(first + 2 * next), TInstructions.Load(first + 3 * next), to, step);
            Points(first, second, third, last, next, FourByFour.Near, to + 6 * step, step);
            Points(first, second, third, last, next, FourByFour.Far, to + 18 * step, step);
            Across(
                TInstructions.Load(last), TInstructions.Load(last + next), TInstructions.Load(last + 2 * next), TInstructions.Load(last + 3 * next), to + 30 * step, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(float* from, nint stride, nint line, nint rows, nint columns, float* whole)
    {
        for (nint y = 0; y < 4; y++, from += line)
        {
            for (nint x = 0; x < 4; x++, whole += TInstructions.Count)
            {
                TInstructions.Store(y < rows && x < columns ? TInstructions.Load(from + x * stride) : TInstructions.Zero, whole);
            }
        }
    }

    /// <summary>The rows at ±<paramref name="point"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Points(float* first, float* second, float* third, float* last, nint next, float point, float* to, nint step)
    {
        Down(first, second, third, last, point, out TVector a0, out TVector b0);
        Down(first + next, second + next, third + next, last + next, point, out TVector a1, out TVector b1);
        Down(first + 2 * next, second + 2 * next, third + 2 * next, last + 2 * next, point, out TVector a2, out TVector b2);
        Down(first + 3 * next, second + 3 * next, third + 3 * next, last + 3 * next, point, out TVector a3, out TVector b3);
        Across(a0, a1, a2, a3, to, step);
        Across(b0, b1, b2, b3, to + 6 * step, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Down(float* first, float* second, float* third, float* last, float point, out TVector plus, out TVector minus) =>
        Pair(TInstructions.Load(first), TInstructions.Load(second), TInstructions.Load(third), TInstructions.Load(last), point, out plus, out minus);

    /// <summary>A over a row of four, stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Across(TVector d0, TVector d1, TVector d2, TVector d3, float* to, nint step)
    {
        Pair(d0, d1, d2, d3, FourByFour.Near, out TVector nearPlus, out TVector nearMinus);
        Pair(d0, d1, d2, d3, FourByFour.Far, out TVector farPlus, out TVector farMinus);
        TInstructions.Store(d0, to);
        TInstructions.Store(nearPlus, to + step);
        TInstructions.Store(nearMinus, to + 2 * step);
        TInstructions.Store(farPlus, to + 3 * step);
        TInstructions.Store(farMinus, to + 4 * step);
        TInstructions.Store(d3, to + 5 * step);
    }

    /// <summary>(d₀ + p²·d₂) ± (p·d₁ + p³·d₃), p the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(TVector d0, TVector d1, TVector d2, TVector d3, float point, out TVector plus, out TVector minus)
    {
        float square = point == FourByFour.Near ? 0.5f : 2;
        TVector even = TInstructions.MultiplyAdd(TInstructions.Broadcast(square), d2, d0);
        TVector odd = TInstructions.MultiplyAdd(
            TInstructions.Broadcast(point * square), d3, TInstructions.Multiply(TInstructions.Broadcast(point), d1));
        plus = TInstructions.Add(even, odd);
        minus = TInstructions.Subtract(even, odd);
    }
}
