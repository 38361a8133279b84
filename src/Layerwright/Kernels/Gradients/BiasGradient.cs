using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient of the biases of one panel: a weight gradient's row whose input is one throughout.</summary>
internal static unsafe class BiasGradient<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>sink(Σᵣ gradient[r, n]) for one or two vectors of columns; each even and each odd row in order.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="gradient">The panel's first column.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="column">That column's place in the bias.</param>
    /// <param name="sink">Takes offsets into the bias.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TColumns, TSink>(nint rows, float* gradient, nint stride, nint column, TSink sink)
        where TColumns : unmanaged
        where TSink : struct, IGradientSink<TSink>
    {
        TVector a0 = TInstructions.Zero, a1 = a0, b0 = a0, b1 = a0;
        nint row = 0;
        for (; row + 1 < rows; row += 2, gradient += 2 * stride)
        {
            Add<TColumns>(gradient, ref a0, ref b0);
            Add<TColumns>(gradient + stride, ref a1, ref b1);
        }

        if (row < rows)
        {
            Add<TColumns>(gradient, ref a0, ref b0);
        }

        sink.Apply<TInstructions, TVector>(TInstructions.Add(a0, a1), column);
        if (sizeof(TColumns) > 1)
        {
            sink.Apply<TInstructions, TVector>(TInstructions.Add(b0, b1), column + TInstructions.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TColumns>(float* gradient, ref TVector a, ref TVector b)
        where TColumns : unmanaged
    {
        a = TInstructions.Add(a, TInstructions.Load(gradient));
        b = sizeof(TColumns) > 1 ? TInstructions.Add(b, TInstructions.Load(gradient + TInstructions.Count)) : b;
    }
}
