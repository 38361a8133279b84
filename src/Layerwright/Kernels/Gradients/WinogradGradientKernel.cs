namespace Layerwright.Kernels;

/// <summary>The sums of a chunk, <see cref="WinogradWeightGradient"/> and <see cref="Winograd4WeightGradient"/>.</summary>
internal readonly unsafe struct WinogradGradientKernel<TTile>(
    int rows, Tensor input, Tensor gradient, Window window, Tensor scratch, PanelRange panels, GradientChunks chunk) : IKernel
    where TTile : struct, IWinogradTile
{
    private readonly GradientWindow _walk = new(input, gradient, window, chunk);
    private readonly WinogradGrid _grid = new(window, TTile.Size);

    private int Channels => chunk.Inputs / TTile.Frequencies;

    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        WinogradScratch room = new(scratch, TTile.Frequencies, chunk.Outputs, input, window.Input.Width);
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
            TilesAhead inputsAhead = TilesAhead.Of(input, window.Input, _grid, first + count, next);
            TilesAhead gradientsAhead = TilesAhead.Of(gradient, window.Output, _grid, first + count, next);
            WinogradInput<TInstructions, TVector, TTile>.Run(input, _grid, first, count, room);
            for (int index = panels.First; index < panels.First + panels.Count; index++)
            {
                GradientPanel panel = chunk.Panel(index);
                WinogradGradient<TInstructions, TVector, TTile>.Run(gradient, _grid, first, count, panel.Column, panel.Column + panel.Width, room);
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

    /// <summary>The products of one panel over some tiles, added to those of the tiles before.</summary>
    private void Products<TInstructions, TVector, TColumns>(GradientPanel panel, nint count, in WinogradScratch room, TilesAhead inputsAhead, TilesAhead gradientsAhead)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
    {
        PositionRun.Line once = new(1, 0, 0);
        PositionRun tiles = PositionRun.Of(once, once, new(count, room.InputStride, room.SumStride));
        float* sums = chunk.Data + panel.Offset;
        for (nint frequency = 0; frequency < TTile.Frequencies; frequency++, sums += (nint)Channels * panel.Width)
        {
            inputsAhead.Fetch(frequency, TTile.Frequencies);
            gradientsAhead.Fetch(frequency, TTile.Frequencies);
            GradientTile<TInstructions, TVector>.Run<TColumns>(
                Channels,
                room.Inputs + frequency * room.Channels,
                room.Sums + frequency * room.Filters,
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
