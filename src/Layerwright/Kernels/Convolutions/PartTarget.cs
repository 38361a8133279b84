using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores sums as they are, and nothing behind a number of columns that need not end where a vector does.</summary>
internal readonly unsafe struct PartTarget(float* output, nint stride, nint lineStep, nint columns) : ILineTarget<PartTarget>
{
    public static bool IsDepthAcrossLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PartTarget Down(nint rows) => Lines(rows * lineStep);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PartTarget Lines(nint lines) => new(output + lines * stride, stride, lineStep, columns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PartTarget At(nint line, nint step) => new(output + line * stride, stride, step, columns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prepare(nint rows, nint vectors)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        float* target = output + row * lineStep * stride + column;
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
