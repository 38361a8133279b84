using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Between images as the library has them, channels last in padded lines, and rows that have one plane a channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ChannelOrder
{
    /// <summary>From planes to lines.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="planes">[rows, channels · positions]; nothing beyond its columns is read.</param>
    /// <param name="lines">[rows · positions, channels], padded; the padding is written 0.</param>
    public static void ToLast(int rows, Tensor planes, Tensor lines) => VectorWidth.Run(new ToLastKernel(rows, planes, lines));

    /// <summary>From lines to planes.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="lines">[rows · positions, channels]; nothing beyond its columns is read.</param>
    /// <param name="planes">[rows, channels · positions], padded; the padding is written 0.</param>
    public static void ToFirst(int rows, Tensor lines, Tensor planes) => VectorWidth.Run(new ToFirstKernel(rows, lines, planes));

    private readonly struct ToLastKernel(int rows, Tensor planes, Tensor lines) : IKernel
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            int channels = lines.Columns, positions = planes.Columns / channels, padded = PanelLayout.RoundUp(channels);
            for (int row = 0; row < rows; row++)
            {
                ReadOnlySpan<float> source = planes.Row(row);
                for (int position = 0; position < positions; position++)
                {
                    Span<float> target = new(lines.FromRow((row * positions) + position).Data, padded);
                    for (int channel = 0; channel < channels; channel++)
                    {
                        target[channel] = source[(channel * positions) + position];
                    }

                    target[channels..].Clear();
                }
            }
        }
    }

    private readonly struct ToFirstKernel(int rows, Tensor lines, Tensor planes) : IKernel
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            int channels = lines.Columns, positions = planes.Columns / channels, padded = PanelLayout.RoundUp(planes.Columns);
            for (int row = 0; row < rows; row++)
            {
                Span<float> target = new(planes.FromRow(row).Data, padded);
                for (int position = 0; position < positions; position++)
                {
                    ReadOnlySpan<float> source = lines.Row((row * positions) + position);
                    for (int channel = 0; channel < channels; channel++)
                    {
                        target[(channel * positions) + position] = source[channel];
                    }
                }

                target[planes.Columns..].Clear();
            }
        }
    }
}
