using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Images with a frame of zeros, line by line.</summary>
internal readonly unsafe struct ZeroPaddingKernel<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint line = 0, channels = input.Columns;
        float* source = input.Data;
        for (int i = 0; i < rows; i++)
        {
            for (int y = -window.Pad.Height; y < window.Output.Height - window.Pad.Height; y++)
            {
                bool isRow = (uint)y < (uint)window.Input.Height;
                for (int x = -window.Pad.Width; x < window.Output.Width - window.Pad.Width; x++, line++)
                {
                    bool isInside = isRow && (uint)x < (uint)window.Input.Width;
                    float* target = output.Data + (line * output.Stride);
                    for (nint column = 0; column < channels; column += TInstructions.Count)
                    {
                        TVector value = isInside ? TInstructions.Load(source + column) : TInstructions.Zero;
                        TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, line, column), target + column);
                    }

                    source += isInside ? input.Stride : 0;
                }
            }
        }
    }
}
