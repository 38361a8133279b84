using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Two or three rows under two panels at once: the four or six sums under one panel are too few to keep a processor busy, which must
/// wait for each.
/// </summary>
internal static unsafe class WideTile<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Two or three rows by the four vectors of two full panels.</summary>
    /// <param name="source">The first number of the first row; the row's others follow.</param>
    /// <param name="rowStep">From row to row.</param>
    /// <param name="weights">The first panel; the second follows.</param>
    /// <param name="depth">Numbers in a row.</param>
    /// <param name="target">Where the sums go.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRows, TTarget>(float* source, nint rowStep, float* weights, nint depth, TTarget target)
        where TRows : unmanaged
        where TTarget : struct, ITileTarget<TTarget>
    {
        TVector a0 = TInstructions.Zero, a1 = a0, a2 = a0, b0 = a0, b1 = a0, b2 = a0, c0 = a0, c1 = a0, c2 = a0, d0 = a0, d1 = a0, d2 = a0;
        float* x1 = source + rowStep, x2 = x1 + rowStep, second = weights + 2 * TInstructions.Count * depth;
        for (nint k = 0; k < depth; k++, weights += 2 * TInstructions.Count, second += 2 * TInstructions.Count)
        {
            TVector x = TInstructions.Broadcast(source[k]), y = TInstructions.Broadcast(x1[k]);
            TVector z = sizeof(TRows) > 2 ? TInstructions.Broadcast(x2[k]) : y;
            Step<TRows>(weights, x, y, z, ref a0, ref a1, ref a2);
            Step<TRows>(weights + TInstructions.Count, x, y, z, ref b0, ref b1, ref b2);
            Step<TRows>(second, x, y, z, ref c0, ref c1, ref c2);
            Step<TRows>(second + TInstructions.Count, x, y, z, ref d0, ref d1, ref d2);
        }

        Finish(a0, b0, c0, d0, 0, target);
        Finish(a1, b1, c1, d1, 1, target);
        if (sizeof(TRows) > 2)
        {
            Finish(a2, b2, c2, d2, 2, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TRows>(float* weights, TVector x, TVector y, TVector z, ref TVector first, ref TVector second, ref TVector third)
        where TRows : unmanaged
    {
        TVector w = TInstructions.Load(weights);
        first = TInstructions.MultiplyAdd(x, w, first);
        second = TInstructions.MultiplyAdd(y, w, second);
        third = sizeof(TRows) > 2 ? TInstructions.MultiplyAdd(z, w, third) : third;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TTarget>(TVector a, TVector b, TVector c, TVector d, nint row, TTarget target)
        where TTarget : struct, ITileTarget<TTarget>
    {
        target.Take<TInstructions, TVector>(a, row, 0);
        target.Take<TInstructions, TVector>(b, row, TInstructions.Count);
        target.Take<TInstructions, TVector>(c, row, 2 * TInstructions.Count);
        target.Take<TInstructions, TVector>(d, row, 3 * TInstructions.Count);
    }
}
