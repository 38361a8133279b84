namespace Layerwright.Kernels;

/// <summary>
/// Lines that the tiles after those at work will read, asked for while the products of these keep the multipliers busy: the transforms do
/// too little arithmetic to hide what memory takes.
/// </summary>
internal readonly unsafe struct TilesAhead(float* first, nint length)
{
    public static TilesAhead Of(Tensor tensor, (int Height, int Width) image, in WinogradGrid grid, nint tile, nint tiles)
    {
        nint begin = LineOf(tile, image, grid), end = LineOf(tile + tiles, image, grid);
        return new(tensor.Data + begin * tensor.Stride, tiles > 0 ? (end - begin) * tensor.Stride : 0);
    }

    /// <summary>One of <paramref name="parts"/> parts.</summary>
    public void Fetch(nint part, nint parts)
    {
        nint end = (part + 1) * length / parts;
        for (nint i = part * length / parts; i < end; i += CacheLine.Floats)
        {
            CacheLine.Prefetch(first + i);
        }
    }

    private static nint LineOf(nint tile, (int Height, int Width) image, in WinogradGrid grid)
    {
        var (number, top, _, _) = grid.At(tile, 1);
        return (number * image.Height + Math.Min(top, image.Height)) * image.Width;
    }
}
