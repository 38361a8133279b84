using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Σ dy·x over x &lt; 0 of each column over the block's rows: a block's part of the gradient of learned slopes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GatherSlopeSums : IObserver
{
    private readonly Tensor _gradient;
    private readonly Tensor _input;
    private readonly Tensor _partial;

    /// <summary>Looks at <paramref name="gradient"/>, [rows, columns], padded with zeros.</summary>
    /// <param name="gradient">dy, from the block's first row.</param>
    /// <param name="input">x, likewise.</param>
    /// <param name="partial">Two padded rows, of which the first receives the sums.</param>
    public GatherSlopeSums(Tensor gradient, Tensor input, Tensor partial)
    {
        _gradient = gradient;
        _input = input;
        _partial = partial;
    }

    /// <inheritdoc/>
    public int Columns => _gradient.Columns;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Observe<TInstructions, TVector>(int rows, nint first, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint inputStride = _input.Stride, gradientStride = _gradient.Stride, count = rows;
        for (nint column = first; column < end; column += TInstructions.Count)
        {
            var (sum, _) = ColumnSums<TInstructions, TVector>.Of(
                count, new Terms<TVector>(_gradient.Data + column, gradientStride, _input.Data + column, inputStride));
            TInstructions.Store(sum, _partial.Data + column);
        }
    }

    /// <summary>Σ dy·min(0, x).</summary>
    private readonly struct Terms<TVector>(float* dy, nint gradientStride, float* x, nint inputStride) : IColumnTerms<TVector>
        where TVector : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TInstructions>(nint row, ref TVector first, ref TVector second)
            where TInstructions : struct, IInstructionSet<TVector>
        {
            TVector below = TInstructions.Min(TInstructions.Zero, TInstructions.Load(x + (row * inputStride)));
            first = TInstructions.MultiplyAdd(TInstructions.Load(dy + (row * gradientStride)), below, first);
        }
    }
}
