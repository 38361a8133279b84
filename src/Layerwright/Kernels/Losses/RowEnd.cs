using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The last vector of a row, which may be partly padding.</summary>
internal static class RowEnd<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>The value, but 0 in the lanes behind the row's end.</summary>
    /// <param name="value">One vector of the row.</param>
    /// <param name="rest">Elements from its start to the row's end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Inside(TVector value, nint rest) =>
        rest >= TInstructions.Count ? value : TInstructions.Select(TInstructions.FirstLanes((int)rest), value, TInstructions.Zero);

    /// <summary>A vector of a row that nothing is behind: reads no further than its end.</summary>
    /// <param name="source">Where the vector starts.</param>
    /// <param name="rest">Elements from there to the row's end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe TVector Load(float* source, nint rest) =>
        rest >= TInstructions.Count ? TInstructions.Load(source) : TInstructions.LoadFirst(source, (int)rest);
}
