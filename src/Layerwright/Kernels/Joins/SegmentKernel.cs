using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Copies each row with a run of its features transposed; the epilogue runs over the row while it is in the cache.</summary>
internal readonly unsafe struct SegmentKernel<TEpilogue>(
    int rows, Tensor input, int first, int positions, int channels, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int padded = PanelLayout.RoundUp(output.Columns);
        for (nint row = 0; row < rows; row++)
        {
            float* source = input.Data + (row * input.Stride), target = output.Data + (row * output.Stride);
            new ReadOnlySpan<float>(source, output.Columns).CopyTo(new(target, padded));
            new Span<float>(target + output.Columns, padded - output.Columns).Clear();
            for (nint channel = 0; channel < channels; channel++)
            {
                for (nint position = 0; position < positions; position++)
                {
                    target[first + (channel * positions) + position] = source[first + (position * channels) + channel];
                }
            }

            for (nint column = 0; typeof(TEpilogue) != typeof(None) && column < output.Columns; column += TInstructions.Count)
            {
                TVector value = TInstructions.Load(target + column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), target + column);
            }
        }
    }
}
