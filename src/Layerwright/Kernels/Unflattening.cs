using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>From vectors to images or sequences, whose lines are padded each by itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Unflattening
{
    /// <summary>Each row cut into lines again, through the epilogue; the padding of each line is the epilogue's of 0.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, positions · channels], padded or not; nothing beyond its columns is read.</param>
    /// <param name="output">[rows · positions, channels], padded.</param>
    /// <param name="epilogue">Elementwise maths behind it; it sees lines.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new Kernel<TEpilogue>(rows, input, output, epilogue));

    private readonly struct Kernel<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue) : IKernel
        where TEpilogue : struct, IEpilogue
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint positions = input.Columns / output.Columns, columns = output.Columns;
            for (nint line = 0; line < rows * positions; line++)
            {
                float* source = input.Data + (line / positions * input.Stride) + (line % positions * columns);
                float* target = output.Data + (line * output.Stride);
                for (nint column = 0; column < columns; column += TInstructions.Count)
                {
                    TVector value = RowEnd<TInstructions, TVector>.Load(source + column, columns - column);
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, line, column), target + column);
                }
            }
        }
    }
}
