namespace Layerwright.Kernels;

/// <summary>Where the tiles of a <see cref="Winograd"/> convolution lie: two by two outputs each, the last of odd sizes one.</summary>
internal readonly struct WinogradGrid
{
    public WinogradGrid(Window window)
    {
        Window = window;
        Across = (window.Output.Width + 1) / 2;
        TilesPerImage = (window.Output.Height + 1) / 2 * Across;
    }

    public Window Window { get; }

    /// <summary>Tiles side by side.</summary>
    public nint Across { get; }

    /// <summary>Tiles of an image.</summary>
    public nint TilesPerImage { get; }

    /// <summary>Positions of an output image.</summary>
    public int OutputPositions => Window.OutputPositions;

    /// <summary>The place of a tile among those of all images, and how many of <paramref name="count"/> are in its row of tiles.</summary>
    public (nint Image, nint Row, nint Column, nint Run) At(nint tile, nint count)
    {
        nint image = tile / TilesPerImage, place = tile - image * TilesPerImage, row = place / Across, column = place - row * Across;
        return (image, row, column, Math.Min(count, Across - column));
    }
}
