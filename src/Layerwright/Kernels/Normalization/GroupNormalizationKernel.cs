using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each group of each row normalised by its own moments, then scaled and shifted per channel, then the epilogue.</summary>
internal readonly unsafe struct GroupNormalizationKernel<TEpilogue>(
    int rows, Tensor input, int groups, int positions, Tensor gamma, Tensor beta, float epsilon, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int columns = input.Columns, room = GroupMoments<TInstructions, TVector>.RoomFor(columns);
        float* memory = stackalloc float[3 * room];
        GroupMoments<TInstructions, TVector> moments = new(memory, memory + room, memory + (2 * room));
        for (nint row = 0; row < rows; row++)
        {
            float* x = input.Data + (row * positions * input.Stride);
            moments.Take(x, positions, input.Stride, columns, columns / groups, epsilon);
            Normalize(row * positions, moments);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Normalize<TInstructions, TVector>(nint first, GroupMoments<TInstructions, TVector> moments)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, outputStride = output.Stride, end = first + positions;
        for (nint column = 0; column < input.Columns; column += TInstructions.Count)
        {
            TVector factor = TInstructions.Multiply(moments.InverseDeviation(column), TInstructions.Load(gamma.Data + column));
            TVector shift = TInstructions.Load(beta.Data + column);
            float* x = input.Data + (first * stride) + column, y = output.Data + (first * outputStride) + column;
            for (nint line = first; line < end; line++, x += stride, y += outputStride)
            {
                TVector value = TInstructions.MultiplyAdd(moments.Centre(TInstructions.Load(x), column), factor, shift);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, line, column), y);
            }
        }
    }
}
