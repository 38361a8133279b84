using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Looks at what a pass has stored while it is in the first-level cache: sums over a block's rows, without a pass of their own.
/// It changes nothing, so others may read the tensor too. Implementations are small readonly structs that hold the tensor they
/// look at.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IObserver
{
    /// <summary>Columns of the tensor looked at.</summary>
    int Columns { get; }

    /// <summary>
    /// Called once for each run of columns, when all rows of the block are stored there: whole vectors from column
    /// <paramref name="first"/> to at least <paramref name="end"/>.
    /// </summary>
    void Observe<TInstructions, TVector>(int rows, nint first, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;
}
