using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>A·d·Aᵀ of gradients of two by two outputs; the adjoint of <see cref="TwoByTwoOutput{TInstructions, TVector}"/>.</summary>
internal static unsafe class TwoByTwoGradient<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Tiles side by side, one vector of filters.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Row<TColumns>(float* from, nint stride, in WinogradPlace at, nint count, float* to, nint tileStep)
        where TColumns : unmanaged
    {
        nint step = sizeof(TColumns) * TInstructions.Count, outputs = at.Columns, below = at.Rows > 1 ? at.Width * stride : 0;
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
