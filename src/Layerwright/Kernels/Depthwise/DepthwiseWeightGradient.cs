using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Gradients of a depthwise convolution's weights and bias over a chunk of the batch, by parts of images that stay in the cache.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class DepthwiseWeightGradient
{
    /// <summary>
    /// chunk[tap, n] = Σ over images and positions of input[position + tap, n / multiplier] · gradient[position, n], and for the bias
    /// Σ gradient[position, n].
    /// </summary>
    /// <param name="rows">Images of the chunk.</param>
    /// <param name="input">[rows, input positions, channels], padded.</param>
    /// <param name="gradient">[rows, output positions, channels · multiplier], padded with zeros.</param>
    /// <param name="window">The geometry of the forward convolution.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="chunk">Receives the sums.</param>
    public static void SumChunk(int rows, Tensor input, Tensor gradient, Window window, PanelRange panels, GradientChunks chunk) =>
        VectorWidth.Run(new Kernel(rows, input, gradient, window, panels, chunk));

    private readonly struct Kernel(
        int rows, Tensor input, Tensor gradient, Window window, PanelRange panels, GradientChunks chunk) : IKernel
    {
        private readonly GradientWindow _walk = new(input, gradient, window, chunk);

        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            var parts = ImageParts.Of(rows, window, input.Stride, gradient.Stride);
            for (int index = panels.First; index < panels.First + panels.Count; index++)
            {
                GradientPanel panel = chunk.Panel(index);
                _walk.Clear(index);
                for (int i = 0; i < parts.Count; i++)
                {
                    _walk.AddBias<TInstructions, TVector>(index, parts[i]);
                    for (int y = 0; y < window.Kernel.Height; y++)
                    {
                        var inside = _walk.RowsInside(y, parts[i]);
                        if (inside.First >= inside.End)
                        {
                            continue;
                        }

                        if (input.Columns == chunk.Outputs)
                        {
                            Taps<TInstructions, TVector>(parts[i], panel, y, inside);
                        }
                        else
                        {
                            MultipliedTaps(parts[i], panel, y, inside);
                        }
                    }
                }
            }
        }

        /// <summary>A row of taps, as many at once as a tile takes; a column at a time where some are outside.</summary>
        private void Taps<TInstructions, TVector>(ImagePart part, GradientPanel panel, int tapRow, (int First, int End) inside)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            int most = DepthwiseGradientTile<TInstructions, TVector>.MostTaps;
            for (int tap = 0; tap < window.Kernel.Width; tap += most)
            {
                int taps = Math.Min(most, window.Kernel.Width - tap);
                foreach (var (seen, columns) in _walk.Columns(tap, taps))
                {
                    Tile<TInstructions, TVector>(part, panel, tapRow, seen, inside, columns);
                }
            }
        }

        private void Tile<TInstructions, TVector>(
            ImagePart part, GradientPanel panel, int tapRow, (int First, int End) taps, (int First, int End) inside, (int First, int End) columns)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            float* source = _walk.InputAt(part, inside.First, columns.First, tapRow, taps.First) + panel.Column;
            float* slope = _walk.GradientAt(part, inside.First, columns.First) + panel.Column;
            float* sums = chunk.Data + panel.Offset + (nint)(tapRow * window.Kernel.Width + taps.First) * panel.Width;
            var positions = _walk.Positions(part, inside, columns);
            for (nint lane = 0; lane < panel.Width; lane += TInstructions.Count)
            {
                DepthwiseGradientTile<TInstructions, TVector>.Run(
                    taps.End - taps.First,
                    source + lane,
                    (nint)window.Dilation.Width * input.Stride,
                    slope + lane,
                    positions,
                    sums + lane,
                    panel.Width);
            }
        }

        /// <summary>Several outputs a channel do not lie lane under lane: number by number.</summary>
        private void MultipliedTaps(ImagePart part, GradientPanel panel, int tapRow, (int First, int End) inside)
        {
            int multiplier = chunk.Outputs / input.Columns;
            for (int tap = 0; tap < window.Kernel.Width; tap++)
            {
                var columns = _walk.ColumnsInside(tap);
                if (columns.First >= columns.End)
                {
                    continue;
                }

                float* source = _walk.InputAt(part, inside.First, columns.First, tapRow, tap);
                float* slope = _walk.GradientAt(part, inside.First, columns.First);
                float* sums = chunk.Data + panel.Offset + (nint)(tapRow * window.Kernel.Width + tap) * panel.Width;
                var positions = _walk.Positions(part, inside, columns);
                for (int lane = 0; lane < panel.Outputs; lane++)
                {
                    int output = panel.Column + lane;
                    sums[lane] += Sum(source + output / multiplier, slope + output, positions);
                }
            }
        }

        private static float Sum(float* source, float* slope, in PositionRun positions)
        {
            float sum = 0;
            for (nint image = 0; image < positions.Images.Count; image++)
            {
                for (nint row = 0; row < positions.Rows.Count; row++)
                {
                    float* x = source + image * positions.Images.InputStep + row * positions.Rows.InputStep;
                    float* g = slope + image * positions.Images.GradientStep + row * positions.Rows.GradientStep;
                    for (nint column = 0; column < positions.Columns.Count; column++)
                    {
                        sum += x[column * positions.Columns.InputStep] * g[column * positions.Columns.GradientStep];
                    }
                }
            }

            return sum;
        }
    }
}
