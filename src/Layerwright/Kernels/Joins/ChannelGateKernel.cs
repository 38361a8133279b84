using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each line times its row's factors.</summary>
internal readonly unsafe struct ChannelGateKernel<TEpilogue>(
    int rows, Tensor input, Tensor factor, int positions, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint line = 0;
        for (nint row = 0; row < rows; row++)
        {
            float* factors = factor.Data + (row * factor.Stride);
            for (int position = 0; position < positions; position++, line++)
            {
                float* source = input.Data + (line * input.Stride), target = output.Data + (line * output.Stride);
                for (nint column = 0; column < output.Columns; column += TInstructions.Count)
                {
                    TVector value = TInstructions.Multiply(TInstructions.Load(source + column), TInstructions.Load(factors + column));
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, line, column), target + column);
                }
            }
        }
    }
}
