using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each unit's gradient to its winning piece. The winner is found anew from the pieces: nothing but them is kept.</summary>
internal readonly unsafe struct PieceGradientKernel(int rows, Tensor gradient, Tensor input, Tensor inputGradient) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint units = gradient.Columns, end = input.Columns, count = rows, column;
        int padding = PanelLayout.RoundUp(input.Columns) - input.Columns;
        for (nint row = 0; row < count; row++)
        {
            float* slopes = gradient.Data + (row * gradient.Stride);
            float* pieces = input.Data + (row * input.Stride), target = inputGradient.Data + (row * inputGradient.Stride);
            for (column = 0; column <= units - TInstructions.Count; column += TInstructions.Count)
            {
                TVector largest = TInstructions.Load(pieces + column);
                for (nint piece = units; piece < end; piece += units)
                {
                    largest = TInstructions.Max(largest, TInstructions.Load(pieces + piece + column));
                }

                TVector left = TInstructions.Load(slopes + column);
                for (nint piece = column; piece < end; piece += units)
                {
                    TVector isSmaller = TInstructions.GreaterThan(largest, TInstructions.Load(pieces + piece));
                    TInstructions.Store(TInstructions.Select(isSmaller, TInstructions.Zero, left), target + piece);
                    left = TInstructions.Select(isSmaller, left, TInstructions.Zero);
                }
            }

            if (column < units)
            {
                Rest<TInstructions, TVector>(pieces, slopes, target, column);
            }

            new Span<float>(target + end, padding).Clear();
        }
    }

    /// <summary>The units behind the last whole vector: what lies behind them belongs to the next piece.</summary>
    private void Rest<TInstructions, TVector>(float* pieces, float* slopes, float* target, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint units = gradient.Columns, end = input.Columns;
        int rest = (int)(units - column);
        TVector largest = TInstructions.LoadFirst(pieces + column, rest);
        for (nint piece = units; piece < end; piece += units)
        {
            largest = TInstructions.Max(largest, TInstructions.LoadFirst(pieces + piece + column, rest));
        }

        TVector left = TInstructions.Load(slopes + column);
        for (nint piece = column; piece < end; piece += units)
        {
            TVector isSmaller = TInstructions.GreaterThan(largest, TInstructions.LoadFirst(pieces + piece, rest));
            TVector share = TInstructions.Select(isSmaller, TInstructions.Zero, left);
            new ReadOnlySpan<float>(&share, rest).CopyTo(new Span<float>(target + piece, rest));
            left = TInstructions.Select(isSmaller, left, TInstructions.Zero);
        }
    }
}
