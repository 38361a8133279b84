using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores sums as they are: a row of the tile is a plane, its lines are the plane's numbers.</summary>
internal readonly unsafe struct PlaneTarget(float* output, nint plane) : ITileTarget<PlaneTarget>
{
    public static bool IsDepthAcrossLines
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PlaneTarget Down(nint rows) => new(output + rows * plane, plane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PlaneTarget Lines(nint lines) => new(output + lines, plane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prepare(nint rows, nint columns)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TInstructions, TVector>(TVector sum, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TInstructions.Store(sum, output + row * plane + column);
}
