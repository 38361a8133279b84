using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Elementwise maths applied to a vector while it is in registers: a product's result before it is stored, or an
/// element of a flat pass. Implementations are small readonly structs, passed by value and composed by chains.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEpilogue
{
    /// <summary>
    /// True where it is a few instructions, so that a product tile repeats it for every accumulator. Others follow a
    /// shared plain tile as a pass over what is still in the first-level cache: less to compile, no registers spilled.
    /// </summary>
    static abstract bool IsLight { get; }

    /// <summary>True where it stores values on their way, so that it must see the padding behind a row too.</summary>
    static virtual bool Keeps
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    /// <summary>Maps the vector that starts at <paramref name="row"/>, <paramref name="column"/> of the block.</summary>
    TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;
}
