using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Between images or sequences, whose lines are padded each by itself, and vectors of all their elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Flattening
{
    /// <summary>The lines of each row one after the other, without padding between them; behind the last it is written 0.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows · positions, channels], padded or not; nothing beyond its columns is read.</param>
    /// <param name="output">[rows, positions · channels], padded.</param>
    public static void Run(int rows, Tensor input, Tensor output) => VectorWidth.Run(new FlattenKernel(rows, input, output));

    /// <summary>Each row cut into lines again, through the epilogue; the padding of each line is the epilogue's of 0.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, positions · channels], padded or not; nothing beyond its columns is read.</param>
    /// <param name="output">[rows · positions, channels], padded.</param>
    /// <param name="epilogue">Elementwise maths behind it; it sees lines.</param>
    public static void Cut<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new CutKernel<TEpilogue>(rows, input, output, epilogue));

    private readonly struct FlattenKernel(int rows, Tensor input, Tensor output) : IKernel
    {
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

    private readonly struct CutKernel<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue) : IKernel
        where TEpilogue : struct, IEpilogue
    {
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
