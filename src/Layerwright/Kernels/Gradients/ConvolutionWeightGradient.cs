using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Gradients of a convolution's weights and bias over a chunk of the batch. Parts of images small enough for the cache are taken one
/// after the other, each through all taps, so that its input and gradient come from memory once; only taps inside the image are
/// multiplied.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ConvolutionWeightGradient
{
    /// <summary>Inputs this few are taken together with their neighbours under the window where they lie side by side.</summary>
    private const int FewChannels = 4;

    /// <summary>
    /// chunks[tap, c, n] = Σ over images and positions of input[position + tap, c] · gradient[position, n], and for the bias
    /// Σ gradient[position, n].
    /// </summary>
    /// <param name="rows">Images of the chunk.</param>
    /// <param name="input">[rows, input positions, channels]; nothing beyond its columns is read.</param>
    /// <param name="gradient">[rows, output positions, filters], padded with zeros.</param>
    /// <param name="window">The geometry of the forward convolution.</param>
    /// <param name="panels">The panels wanted, of all groups.</param>
    /// <param name="chunk">Receives the sums.</param>
    public static void SumChunk(int rows, Tensor input, Tensor gradient, Window window, PanelRange panels, GradientChunks chunk) =>
        VectorWidth.Run(new Kernel(rows, input, gradient, window, panels, chunk));

    private readonly struct Kernel(
        int rows, Tensor input, Tensor gradient, Window window, PanelRange panels, GradientChunks chunk) : IKernel
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            var parts = ImageParts.Of(rows, window, input.Stride, gradient.Stride);
            for (int i = panels.First; i < panels.First + panels.Count; i++)
            {
                GradientPanel panel = chunk.Panel(i);
                new Span<float>(chunk.Data + panel.Offset, panel.Width * chunk.Inputs).Clear();
                nint column = (nint)i * 2 * TInstructions.Count;
                bool hasBias = column < chunk.Outputs;
                if (hasBias)
                {
                    new Span<float>(chunk.Data + chunk.BiasOffset + column, PanelLayout.WidthOf(i, chunk.Outputs)).Clear();
                }

                for (int part = 0; part < parts.Count; part++)
                {
                    ImagePart images = parts[part];
                    if (hasBias)
                    {
                        Bias<TInstructions, TVector>(images, column);
                    }

                    if (panel.Width > TInstructions.Count)
                    {
                        Taps<TInstructions, TVector, Two>(images, panel);
                    }
                    else
                    {
                        Taps<TInstructions, TVector, One>(images, panel);
                    }
                }

                ClearPadding(panel);
            }
        }

        /// <summary>Behind a group's last filter stand the next group's.</summary>
        private void ClearPadding(GradientPanel panel)
        {
            if (chunk.Groups == 1 || panel.Outputs == panel.Width)
            {
                return;
            }

            for (nint k = 0; k < chunk.Inputs; k++)
            {
                new Span<float>(chunk.Data + panel.Offset + k * panel.Width, panel.Width)[panel.Outputs..].Clear();
            }
        }

        private void Bias<TInstructions, TVector>(ImagePart part, nint column)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            // The lines of a part follow one another: whole images, or rows of one.
            nint lines = (nint)part.Images * part.Rows * window.Output.Width;
            float* first = gradient.Data + part.FirstLine(window) * gradient.Stride + column;
            AddingSink sink = new(chunk.Data + chunk.BiasOffset);
            if (column + TInstructions.Count < chunk.Outputs)
            {
                BiasGradient<TInstructions, TVector>.Run<Two, AddingSink>(lines, first, gradient.Stride, column, sink);
            }
            else
            {
                BiasGradient<TInstructions, TVector>.Run<One, AddingSink>(lines, first, gradient.Stride, column, sink);
            }
        }

        private void Taps<TInstructions, TVector, TColumns>(ImagePart part, GradientPanel panel)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            int channels = chunk.Inputs / window.Taps;
            bool joins = channels <= FewChannels && input.Stride == channels && window.Dilation.Width == 1;
            for (int ky = 0; ky < window.Kernel.Height; ky++)
            {
                var (top, bottom) = Inside(ky, window.Input.Height, window.Output.Height, window.Stride.Height, window.Pad.Height, window.Dilation.Height);
                top = Math.Max(top, part.FirstRow);
                bottom = Math.Min(bottom, part.FirstRow + part.Rows);
                if (top >= bottom)
                {
                    continue;
                }

                if (joins)
                {
                    JoinedTaps<TInstructions, TVector, TColumns>(part, panel, ky, top, bottom);
                    continue;
                }

                for (int kx = 0; kx < window.Kernel.Width; kx++)
                {
                    var (left, right) = InsideColumns(kx);
                    Tile<TInstructions, TVector, TColumns>(part, panel, (ky, kx), 1, (top, bottom), (left, right));
                }
            }
        }

        /// <summary>
        /// The taps of a row of the window together: their inputs lie side by side. Where some are outside the image, a column at a time.
        /// </summary>
        private void JoinedTaps<TInstructions, TVector, TColumns>(ImagePart part, GradientPanel panel, int ky, int top, int bottom)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            int taps = window.Kernel.Width, width = window.Output.Width;
            int left = InsideColumns(0).First, right = InsideColumns(taps - 1).End;
            if (left >= right)
            {
                left = right = width;
            }

            Tile<TInstructions, TVector, TColumns>(part, panel, (ky, 0), taps, (top, bottom), (left, right));
            for (int x = left == 0 ? right : 0; x < width; x = x + 1 == left ? right : x + 1)
            {
                int origin = x * window.Stride.Width - window.Pad.Width;
                int first = Math.Max(0, -origin), end = Math.Min(taps, window.Input.Width - origin);
                if (first < end)
                {
                    Tile<TInstructions, TVector, TColumns>(part, panel, (ky, first), end - first, (top, bottom), (x, x + 1));
                }
            }
        }

        /// <summary>Neighbouring taps over the output positions at which they are inside.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Tile<TInstructions, TVector, TColumns>(
            ImagePart part, GradientPanel panel, (int Y, int X) tap, int taps, (int First, int End) rows, (int First, int End) columns)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            if (columns.First >= columns.End)
            {
                return;
            }

            int channels = chunk.Inputs / window.Taps;
            nint stride = input.Stride, gradientStride = gradient.Stride;
            int y = rows.First * window.Stride.Height - window.Pad.Height + tap.Y * window.Dilation.Height;
            int x = columns.First * window.Stride.Width - window.Pad.Width + tap.X * window.Dilation.Width;
            var positions = PositionRun.Of(
                new(part.Images, window.InputPositions * stride, window.OutputPositions * gradientStride),
                new(rows.End - rows.First, window.Stride.Height * window.Input.Width * stride, window.Output.Width * gradientStride),
                new(columns.End - columns.First, window.Stride.Width * stride, gradientStride));
            float* source = input.Data + ((nint)part.FirstImage * window.InputPositions + (nint)y * window.Input.Width + x) * stride;
            float* slope = gradient.Data
                + ((nint)part.FirstImage * window.OutputPositions + (nint)rows.First * window.Output.Width + columns.First) * gradientStride;
            nint first = (nint)(tap.Y * window.Kernel.Width + tap.X) * channels;
            GradientTile<TInstructions, TVector>.Run<TColumns>(
                (nint)taps * channels,
                source + panel.Group * channels,
                slope + panel.Column,
                positions,
                chunk.Data + panel.Offset + first * panel.Width);
        }

        private (int First, int End) InsideColumns(int kx) =>
            Inside(kx, window.Input.Width, window.Output.Width, window.Stride.Width, window.Pad.Width, window.Dilation.Width);

        /// <summary>The outputs of an axis whose tap is inside the input.</summary>
        private static (int First, int End) Inside(int tap, int input, int output, int stride, int pad, int dilation)
        {
            int offset = tap * dilation - pad;
            int first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
            int end = input - offset <= 0 ? 0 : (input - offset - 1) / stride + 1;
            return (Math.Min(output, first), Math.Min(output, end));
        }
    }
}
