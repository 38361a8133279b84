namespace Layerwright.Kernels;

/// <summary>Where the tiles of a <see cref="Winograd"/> convolution lie: so many outputs each way, the last of an image fewer.</summary>
internal readonly struct WinogradGrid
{
    private readonly int _size;

    public WinogradGrid(Window window, int size)
    {
        _size = size;
        Window = window;
        Across = (window.Output.Width + size - 1) / size;
        TilesPerImage = (window.Output.Height + size - 1) / size * Across;
    }

    public Window Window { get; }

    /// <summary>Tiles side by side.</summary>
    public nint Across { get; }

    /// <summary>Tiles of an image.</summary>
    public nint TilesPerImage { get; }

    /// <summary>Positions of an output image.</summary>
    public int OutputPositions => Window.OutputPositions;

    /// <summary>
    /// The first output, by image, row and column, of a tile among those of all images, and how many of <paramref name="count"/> are in its row
    /// of tiles.
    /// </summary>
    public (nint Image, nint Top, nint Left, nint Run) At(nint tile, nint count)
    {
        nint image = tile / TilesPerImage, place = tile - image * TilesPerImage, row = place / Across, column = place - row * Across;
        return (image, row * _size, column * _size, Math.Min(count, Across - column));
    }

    /// <summary>The same among outputs.</summary>
    public WinogradPlace Place(nint image, nint top, nint left)
    {
        var (height, width) = Window.Output;
        return new((image * height + top) * width + left, height - top, width - left, width);
    }
}
