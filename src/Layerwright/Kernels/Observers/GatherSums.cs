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
            float* x = _observed.Data + column;
            TVector sum = TInstructions.Zero;
            for (nint row = 0; row < count; row++, x += stride)
            {
                sum = TInstructions.Add(sum, TInstructions.Load(x));
            }

            TInstructions.Store(sum, _partial.Data + column);
        }
    }
}
