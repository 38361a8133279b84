using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Images without their frame, line by line.</summary>
internal readonly unsafe struct CroppingKernel<TEpilogue>(int rows, Tensor framed, Window window, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint line = 0, stride = framed.Stride, channels = framed.Columns;
        for (nint i = 0; i < rows; i++)
        {
            for (nint y = 0; y < window.Input.Height; y++)
            {
                nint first = (((i * window.Output.Height) + y + window.Pad.Height) * window.Output.Width) + window.Pad.Width;
                float* source = framed.Data + (first * stride);
                for (nint x = 0; x < window.Input.Width; x++, line++, source += stride)
                {
                    float* target = output.Data + (line * output.Stride);
                    for (nint column = 0; column < channels; column += TInstructions.Count)
                    {
                        TVector value = TInstructions.Load(source + column);
                        TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, line, column), target + column);
                    }
                }
            }
        }
    }
}
