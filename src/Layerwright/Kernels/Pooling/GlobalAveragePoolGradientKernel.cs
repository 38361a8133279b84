using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each channel's gradient over the number of positions, to all of them.</summary>
internal readonly unsafe struct GlobalAveragePoolGradientKernel<TEpilogue>(
    int rows, Tensor gradient, int positions, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = inputGradient.Stride, channels = inputGradient.Columns;
        TVector share = TInstructions.Broadcast(1f / positions);
        for (nint row = 0; row < rows; row++)
        {
            nint end = (row + 1) * positions;
            for (nint column = 0; column < channels; column += TInstructions.Count)
            {
                TVector each = TInstructions.Multiply(TInstructions.Load(gradient.Data + (row * gradient.Stride) + column), share);
                for (nint line = row * positions; line < end; line++)
                {
                    float* target = inputGradient.Data + (line * stride) + column;
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(each, line, column), target);
                }
            }
        }
    }
}
