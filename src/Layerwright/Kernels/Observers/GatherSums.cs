using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Σ of each column over the block's rows: a block's part of a bias's gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GatherSums : IObserver
{
    private readonly Tensor _observed;
    private readonly Tensor _partial;

    /// <summary>Looks at <paramref name="observed"/>, [rows, columns], padded with zeros.</summary>
    /// <param name="observed">From the block's first row.</param>
    /// <param name="partial">Two padded rows, of which the first receives the sums.</param>
    public GatherSums(Tensor observed, Tensor partial)
    {
        _observed = observed;
        _partial = partial;
    }

    /// <inheritdoc/>
    public int Columns => _observed.Columns;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Observe<TInstructions, TVector>(int rows, nint first, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = _observed.Stride, count = rows;
        for (nint column = first; column < end; column += TInstructions.Count)
        {
            var (sum, _) = ColumnSums<TInstructions, TVector>.Of(count, new Terms<TVector>(_observed.Data + column, stride));
            TInstructions.Store(sum, _partial.Data + column);
        }
    }

    /// <summary>Σ x.</summary>
    private readonly struct Terms<TVector>(float* x, nint stride) : IColumnTerms<TVector>
        where TVector : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TInstructions>(nint row, ref TVector first, ref TVector second)
            where TInstructions : struct, IInstructionSet<TVector> =>
            first = TInstructions.Add(first, TInstructions.Load(x + (row * stride)));
    }
}
