using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// From the gradient dy of a group normalisation's output to that of its input, 1/σ · (dy·γ − mean(dy·γ) − x̂·mean(dy·γ·x̂)), means over
/// each group, and this block's part of the sums Σdy and Σdy·x̂ of each channel. The moments are taken anew: nothing is kept for them.
/// </summary>
internal readonly unsafe struct GroupNormalizationGradientKernel<TEpilogue>(
    int rows,
    Tensor gradient,
    Tensor input,
    int groups,
    int positions,
    Tensor gamma,
    float epsilon,
    Tensor partial,
    Tensor inputGradient,
    TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int columns = input.Columns, size = columns / groups, room = GroupMoments<TInstructions, TVector>.RoomFor(columns);
        float* memory = stackalloc float[5 * room];
        GroupMoments<TInstructions, TVector> moments = new(memory, memory + room, memory + (2 * room));
        float* sums = memory + (3 * room), dots = memory + (4 * room);
        int padded = PanelLayout.RoundUp(columns);
        new Span<float>(partial.Data, padded).Clear();
        new Span<float>(partial.FromRow(1).Data, padded).Clear();
        for (nint row = 0; row < rows; row++)
        {
            nint first = row * positions;
            moments.Take(input.Data + (first * input.Stride), positions, input.Stride, columns, size, epsilon);
            new Span<float>(sums, 2 * room).Clear();
            Gather(first, moments, sums, dots);
            AddToBlock<TInstructions, TVector>(sums, dots);
            if (!inputGradient.IsAbsent)
            {
                float share = 1f / ((float)positions * size);
                for (int channel = 0; channel < columns; channel += size)
                {
                    float sum = GroupSum<TInstructions, TVector>.Of(sums + channel, size) * share;
                    float dot = GroupSum<TInstructions, TVector>.Of(dots + channel, size) * share;
                    new Span<float>(sums + channel, size).Fill(sum);
                    new Span<float>(dots + channel, size).Fill(dot);
                }

                Spread(first, moments, sums, dots);
            }
        }
    }

    /// <summary>Σdy and Σdy·x̂ of each channel over one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Gather<TInstructions, TVector>(nint firstLine, GroupMoments<TInstructions, TVector> moments, float* sums, float* dots)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, slopeStride = gradient.Stride;
        for (nint first = 0; first < positions; first += GroupMoments.PositionsInRun)
        {
            nint count = Math.Min(positions - first, GroupMoments.PositionsInRun);
            for (nint column = 0; column < input.Columns; column += TInstructions.Count)
            {
                float* x = input.Data + ((firstLine + first) * stride) + column;
                float* dy = gradient.Data + ((firstLine + first) * slopeStride) + column;
                TVector sum = TInstructions.Zero, dot = sum;
                for (nint left = count; left > 0; left--, x += stride, dy += slopeStride)
                {
                    TVector slope = TInstructions.Load(dy);
                    sum = TInstructions.Add(sum, slope);
                    dot = TInstructions.MultiplyAdd(slope, moments.Centre(TInstructions.Load(x), column), dot);
                }

                TInstructions.Store(TInstructions.Add(TInstructions.Load(sums + column), sum), sums + column);
                TVector scaled = TInstructions.MultiplyAdd(dot, moments.InverseDeviation(column), TInstructions.Load(dots + column));
                TInstructions.Store(scaled, dots + column);
            }
        }
    }

    /// <summary>Adds a row's sums to the block's, and scales them by γ for the row's own means.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToBlock<TInstructions, TVector>(float* sums, float* dots)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        float* blockSums = partial.Data, blockDots = partial.FromRow(1).Data;
        for (nint column = 0; column < input.Columns; column += TInstructions.Count)
        {
            TVector sum = TInstructions.Load(sums + column), dot = TInstructions.Load(dots + column);
            TInstructions.Store(TInstructions.Add(TInstructions.Load(blockSums + column), sum), blockSums + column);
            TInstructions.Store(TInstructions.Add(TInstructions.Load(blockDots + column), dot), blockDots + column);
            TVector scale = TInstructions.Load(gamma.Data + column);
            TInstructions.Store(TInstructions.Multiply(sum, scale), sums + column);
            TInstructions.Store(TInstructions.Multiply(dot, scale), dots + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spread<TInstructions, TVector>(nint first, GroupMoments<TInstructions, TVector> moments, float* meanSums, float* meanDots)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, slopeStride = gradient.Stride, targetStride = inputGradient.Stride, end = first + positions;
        for (nint column = 0; column < input.Columns; column += TInstructions.Count)
        {
            TVector inverse = moments.InverseDeviation(column), scale = TInstructions.Load(gamma.Data + column);
            TVector sum = TInstructions.Load(meanSums + column), dot = TInstructions.Multiply(TInstructions.Load(meanDots + column), inverse);
            float* x = input.Data + (first * stride) + column, dy = gradient.Data + (first * slopeStride) + column;
            float* dx = inputGradient.Data + (first * targetStride) + column;
            for (nint line = first; line < end; line++, x += stride, dy += slopeStride, dx += targetStride)
            {
                TVector means = TInstructions.MultiplyAdd(moments.Centre(TInstructions.Load(x), column), dot, sum);
                TVector scaled = TInstructions.Multiply(TInstructions.Load(dy), scale);
                TVector value = TInstructions.Multiply(TInstructions.Subtract(scaled, means), inverse);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, line, column), dx);
            }
        }
    }
}
