namespace Layerwright.Kernels;

/// <summary>A convolution by minimal filtering, <see cref="Winograd"/> and <see cref="Winograd4"/>.</summary>
internal readonly unsafe struct WinogradKernel<TTile, TEpilogue, TObserver>(
    int rows, Tensor input, PackedMatrix weights, Window window, Tensor scratch, Tensor output, TEpilogue epilogue, TObserver observer)
    : IKernel
    where TTile : struct, IWinogradTile
    where TEpilogue : struct, IEpilogue
    where TObserver : struct, IObserver
{
    private readonly WinogradGrid _grid = new(window, TTile.Size);

    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int lines = rows * _grid.OutputPositions;
        if (TEpilogue.IsLight)
        {
            Tiles<TInstructions, TVector, TEpilogue>(epilogue);
        }
        else
        {
            Tiles<TInstructions, TVector, None>(default);
            Pass<TInstructions, TVector>.Run(lines, output.Data, output.Stride, output.Data, output.Stride, 0, weights.Outputs, epilogue);
        }

        observer.Observe<TInstructions, TVector>(lines, 0, weights.Outputs);
    }

    private void Tiles<TInstructions, TVector, TLink>(TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        WinogradScratch room = new(scratch, TTile.Frequencies, weights.Outputs, input, _grid.Window.Input.Width);
        room.Zeros.Clear();
        nint tiles = (nint)rows * _grid.TilesPerImage, most = room.TilesAtATime(tiles, TInstructions.TileRows);
        for (nint first = 0; first < tiles; first += most)
        {
            nint count = Math.Min(most, tiles - first);
            WinogradInput<TInstructions, TVector, TTile>.Run(input, _grid, first, count, room);
            for (nint column = 0; column < weights.Outputs; column += 2 * TInstructions.Count)
            {
                Panel<TInstructions, TVector>(column, count, room);
                WinogradOutput<TInstructions, TVector, TTile>.Run(room, _grid, first, count, column, output, link);
            }
        }
    }

    /// <summary>The products of one panel, one for each frequency.</summary>
    private void Panel<TInstructions, TVector>(nint column, nint count, in WinogradScratch room)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        bool isWide = column + TInstructions.Count < weights.Outputs;
        nint width = isWide ? 2 * TInstructions.Count : TInstructions.Count, channels = weights.Inputs / TTile.Frequencies;
        float* panel = weights.Data + column * weights.Inputs;
        for (nint frequency = 0; frequency < TTile.Frequencies; frequency++, panel += channels * width)
        {
            float* source = room.Inputs + frequency * room.Channels;
            OutputTarget<None> target = new(room.Sums + frequency * room.Filters, room.SumStride, 0, 0, default);
            if (isWide)
            {
                Tile<TInstructions, TVector>.Column<Two, OutputTarget<None>>(count, source, room.InputStride, 1, panel, width, channels, target);
            }
            else
            {
                Tile<TInstructions, TVector>.Column<One, OutputTarget<None>>(count, source, room.InputStride, 1, panel, width, channels, target);
            }
        }
    }
}
