using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Moving whole rows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Rows
{
    /// <summary>Copies rows, padded or not, into padded rows; the padding is written 0.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, columns]; nothing beyond its columns is read.</param>
    /// <param name="output">[rows, columns], padded.</param>
    public static void Copy(int rows, Tensor input, Tensor output) => VectorWidth.Run(new CopyKernel(rows, input, output));

    private readonly struct CopyKernel(int rows, Tensor input, Tensor output) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            int padded = PanelLayout.RoundUp(output.Columns);
            for (int row = 0; row < rows; row++)
            {
                Span<float> target = new(output.Data + (nint)row * output.Stride, padded);
                input.Row(row).CopyTo(target);
                target[output.Columns..].Clear();
            }
        }
    }
}
