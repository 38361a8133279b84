using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    /// chunk[tap, c, n] = Σ over images and positions of input[position + tap, c] · gradient[position, n], and for the bias
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
        private readonly GradientWindow _walk = new(input, gradient, window, chunk);

        /// <summary>Channels of a group.</summary>
        private int Channels => chunk.Inputs / window.Taps;

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
                    if (panel.Width > TInstructions.Count)
                    {
                        Taps<TInstructions, TVector, Two>(parts[i], panel);
                    }
                    else if (panel.Outputs <= Vector256<float>.Count && TInstructions.Count > Vector256<float>.Count)
                    {
                        // Two of the narrower multiply-adds start where one of the wider does; the rest is padding.
                        Taps<Vector256Instructions, Vector256<float>, One>(parts[i], panel);
                    }
                    else
                    {
                        Taps<TInstructions, TVector, One>(parts[i], panel);
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

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Taps<TInstructions, TVector, TColumns>(ImagePart part, GradientPanel panel)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            bool joins = Channels <= FewChannels && input.Stride == Channels && window.Dilation.Width == 1;
            for (int y = 0; y < window.Kernel.Height; y++)
            {
                var inside = _walk.RowsInside(y, part);
                if (inside.First >= inside.End)
                {
                    continue;
                }

                if (joins)
                {
                    JoinedTaps<TInstructions, TVector, TColumns>(part, panel, y, inside);
                    continue;
                }

                for (int x = 0; x < window.Kernel.Width; x++)
                {
                    Tile<TInstructions, TVector, TColumns>(part, panel, (y, x), 1, inside, _walk.ColumnsInside(x));
                }
            }
        }

        /// <summary>
        /// The taps of a row of the window together: their inputs lie side by side. Where some are outside the image, a column at a time.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void JoinedTaps<TInstructions, TVector, TColumns>(ImagePart part, GradientPanel panel, int tapRow, (int First, int End) inside)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            foreach (var (taps, columns) in _walk.Columns(0, window.Kernel.Width))
            {
                Tile<TInstructions, TVector, TColumns>(part, panel, (tapRow, taps.First), taps.End - taps.First, inside, columns);
            }
        }

        /// <summary>Neighbouring taps over the outputs that see them inside.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Tile<TInstructions, TVector, TColumns>(
            ImagePart part, GradientPanel panel, (int Row, int Column) tap, int taps, (int First, int End) inside, (int First, int End) columns)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            if (columns.First < columns.End)
            {
                GradientTile<TInstructions, TVector>.Run<TColumns>(
                    (nint)taps * Channels,
                    _walk.InputAt(part, inside.First, columns.First, tap.Row, tap.Column) + panel.Group * Channels,
                    _walk.GradientAt(part, inside.First, columns.First) + panel.Column,
                    _walk.Positions(part, inside, columns),
                    chunk.Data + panel.Offset + (nint)(tap.Row * window.Kernel.Width + tap.Column) * Channels * panel.Width,
                    panel.Width);
            }
        }
    }
}
