using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Mean and sum of squared differences from it, of each column over the block's rows: a block's part of batch statistics.</summary>
/// <remarks>
/// Two passes over a column, both over differences (first from its first element, then from the mean), so that a large mean costs
/// no digits, nor does a first row far from the rest; the second pass also corrects for the mean's own rounding.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GatherStatistics : IObserver
{
    private readonly Tensor _observed;
    private readonly Tensor _partial;

    /// <summary>Looks at <paramref name="observed"/>, [rows, columns], padded; at least one row.</summary>
    /// <param name="observed">From the block's first row.</param>
    /// <param name="partial">Receives two padded rows: the mean, the squares.</param>
    public GatherStatistics(Tensor observed, Tensor partial)
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
        float* means = _partial.Data, squares = _partial.FromRow(1).Data;
        TVector inverse = TInstructions.Broadcast(1f / count);
        for (nint column = first; column < end; column += TInstructions.Count)
        {
            float* top = _observed.Data + column;
            TVector origin = TInstructions.Load(top);
            var (sum, _) = ColumnSums<TInstructions, TVector>.Of(count, new Offsets<TVector>(top, stride, origin));
            TVector mean = TInstructions.MultiplyAdd(sum, inverse, origin);
            var (rest, square) = ColumnSums<TInstructions, TVector>.Of(count, new Differences<TVector>(top, stride, mean));

            TInstructions.Store(TInstructions.MultiplyAdd(rest, inverse, mean), means + column);
            TVector excess = TInstructions.Multiply(TInstructions.Multiply(rest, rest), inverse);
            TInstructions.Store(TInstructions.Max(TInstructions.Zero, TInstructions.Subtract(square, excess)), squares + column);
        }
    }

    /// <summary>Σ(x − origin).</summary>
    private readonly struct Offsets<TVector>(float* x, nint stride, TVector origin) : IColumnTerms<TVector>
        where TVector : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TInstructions>(nint row, ref TVector first, ref TVector second)
            where TInstructions : struct, IInstructionSet<TVector> =>
            first = TInstructions.Add(first, TInstructions.Subtract(TInstructions.Load(x + (row * stride)), origin));
    }

    /// <summary>Σ(x − mean), which rounding leaves, and Σ(x − mean)².</summary>
    private readonly struct Differences<TVector>(float* x, nint stride, TVector mean) : IColumnTerms<TVector>
        where TVector : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TInstructions>(nint row, ref TVector first, ref TVector second)
            where TInstructions : struct, IInstructionSet<TVector>
        {
            TVector difference = TInstructions.Subtract(TInstructions.Load(x + (row * stride)), mean);
            first = TInstructions.Add(first, difference);
            second = TInstructions.MultiplyAdd(difference, difference, second);
        }
    }
}
