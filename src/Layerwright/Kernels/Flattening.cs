using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>From images or sequences, whose lines are padded each by itself, to vectors of all their elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Flattening
{
    /// <summary>The lines of each row one after the other, without padding between them; behind the last it is written 0.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows · positions, channels], padded or not; nothing beyond its columns is read.</param>
    /// <param name="output">[rows, positions · channels], padded.</param>
    public static void Run(int rows, Tensor input, Tensor output) => VectorWidth.Run(new Kernel(rows, input, output));

    private readonly struct Kernel(int rows, Tensor input, Tensor output) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            int positions = output.Columns / input.Columns, padded = PanelLayout.RoundUp(output.Columns);
            for (int row = 0; row < rows; row++)
            {
                Span<float> target = new(output.Data + ((nint)row * output.Stride), padded);
                for (int position = 0; position < positions; position++)
                {
                    input.Row((row * positions) + position).CopyTo(target[(position * input.Columns)..]);
                }

                target[output.Columns..].Clear();
            }
        }
    }
}
