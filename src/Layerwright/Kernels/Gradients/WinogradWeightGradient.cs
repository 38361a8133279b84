using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Gradients of the weights of a three by three convolution at stride 1 by minimal filtering, the adjoint of <see cref="Winograd"/>:
/// ∂w = Gᵀ·(Σ (A·d·Aᵀ) ∘ (Bᵀ·x·B))·G over tiles of four by four inputs x and two by two gradients d, sixteen multiplications a tile in
/// place of thirty-six. Chunks of the batch sum the sixteen frequencies, <see cref="WinogradChunks"/> turns their sum into nine taps.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class WinogradWeightGradient
{
    /// <summary>
    /// chunk[frequency, c, n] = Σ over images and tiles of (Bᵀ·x·B)[frequency, c] · (A·d·Aᵀ)[frequency, n], and for the bias Σ d[n].
    /// </summary>
    /// <param name="rows">Images of the chunk.</param>
    /// <param name="input">[rows, input positions, channels], padded.</param>
    /// <param name="gradient">[rows, output positions, filters], padded with zeros.</param>
    /// <param name="window">The geometry of the forward convolution: three by three taps, stride 1, no dilation.</param>
    /// <param name="scratch">Room for some tiles; as many are summed in one go.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="chunk">Receives the sums: 16 · channels of each filter.</param>
    public static void SumChunk(int rows, Tensor input, Tensor gradient, Window window, Tensor scratch, PanelRange panels, GradientChunks chunk) =>
        VectorWidth.Run(new Kernel(rows, input, gradient, window, scratch, panels, chunk));

    /// <summary>
    /// Lines that the tiles after those at work will read, asked for while the products of these keep the multipliers busy: the transforms do
    /// too little arithmetic to hide what memory takes.
    /// </summary>
    private readonly struct Ahead(float* first, nint length)
    {
        public static Ahead Of(Tensor tensor, (int Height, int Width) image, in WinogradGrid grid, nint tile, nint tiles)
        {
            nint begin = LineOf(tile, image, grid), end = LineOf(tile + tiles, image, grid);
            return new(tensor.Data + begin * tensor.Stride, tiles > 0 ? (end - begin) * tensor.Stride : 0);
        }

        /// <summary>One sixteenth.</summary>
        public void Fetch(nint part)
        {
            nint end = (part + 1) * length / Winograd.Frequencies;
            for (nint i = part * length / Winograd.Frequencies; i < end; i += CacheLine.Floats)
            {
                CacheLine.Prefetch(first + i);
            }
        }

        private static nint LineOf(nint tile, (int Height, int Width) image, in WinogradGrid grid)
        {
            var (number, row, _, _) = grid.At(tile, 1);
            return (number * image.Height + Math.Min(2 * row, image.Height)) * image.Width;
        }
    }

    private readonly struct Kernel(
        int rows, Tensor input, Tensor gradient, Window window, Tensor scratch, PanelRange panels, GradientChunks chunk) : IKernel
    {
        private readonly GradientWindow _walk = new(input, gradient, window, chunk);
        private readonly WinogradGrid _grid = new(window);

        private int Channels => chunk.Inputs / Winograd.Frequencies;

        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            WinogradScratch room = new(scratch, Channels);
            room.Zeros.Clear();
            for (int index = panels.First; index < panels.First + panels.Count; index++)
            {
                _walk.Clear(index);
                AddBias<TInstructions, TVector>(index);
            }

            nint tiles = rows * _grid.TilesPerImage;
            for (nint first = 0; first < tiles; first += room.Tiles)
            {
                nint count = Math.Min(room.Tiles, tiles - first), next = Math.Min(room.Tiles, tiles - first - count);
                Ahead inputsAhead = Ahead.Of(input, window.Input, _grid, first + count, next);
                Ahead gradientsAhead = Ahead.Of(gradient, window.Output, _grid, first + count, next);
                WinogradInput<TInstructions, TVector>.Run(input, _grid, first, count, room);
                for (int index = panels.First; index < panels.First + panels.Count; index++)
                {
                    GradientPanel panel = chunk.Panel(index);
                    WinogradGradient<TInstructions, TVector>.Run(gradient, _grid, first, count, panel.Column, panel.Column + panel.Width, room);
                    if (panel.Width > TInstructions.Count)
                    {
                        Products<TInstructions, TVector, Two>(panel, count, room, inputsAhead, gradientsAhead);
                    }
                    else
                    {
                        Products<TInstructions, TVector, One>(panel, count, room, inputsAhead, gradientsAhead);
                    }
                }
            }
        }

        /// <summary>The sixteen products of one panel over some tiles, added to those of the tiles before.</summary>
        private void Products<TInstructions, TVector, TColumns>(GradientPanel panel, nint count, in WinogradScratch room, Ahead inputsAhead, Ahead gradientsAhead)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
            where TColumns : unmanaged
        {
            PositionRun.Line once = new(1, 0, 0);
            PositionRun tiles = PositionRun.Of(once, once, new(count, room.InputStride, room.SumStride));
            float* sums = chunk.Data + panel.Offset;
            for (nint frequency = 0; frequency < Winograd.Frequencies; frequency++, sums += (nint)Channels * panel.Width)
            {
                inputsAhead.Fetch(frequency);
                gradientsAhead.Fetch(frequency);
                GradientTile<TInstructions, TVector>.Run<TColumns>(
                    Channels,
                    room.Inputs + frequency * room.Channels,
                    room.Sums + frequency * 2 * TInstructions.Count,
                    tiles,
                    sums,
                    panel.Width);
            }
        }

        private void AddBias<TInstructions, TVector>(int index)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            var parts = ImageParts.Of(rows, window, input.Stride, gradient.Stride);
            for (int i = 0; chunk.HasBias && i < parts.Count; i++)
            {
                _walk.AddBias<TInstructions, TVector>(index, parts[i]);
            }
        }
    }
}
