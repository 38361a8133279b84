using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores sums as they are, and nothing behind a number of columns that need not end where a vector does.</summary>
internal readonly unsafe struct PartTarget(float* output, nint stride, nint columns) : ITileTarget<PartTarget>
{
    public static bool IsDepthAcrossLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public PartTarget Down(nint rows) => new(output + rows * stride, stride, columns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(nint rows, nint columns)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        float* target = output + row * stride + column;
        if (column + TInstructions.Count <= columns)
        {
            TInstructions.Store(sum, target);
        }
        else
        {
            StoreFirst(sum, target, (int)(columns - column));
        }
    }

    private static void StoreFirst<TVector>(TVector value, float* target, int count)
        where TVector : unmanaged =>
        new ReadOnlySpan<float>(&value, count).CopyTo(new Span<float>(target, count));
}
