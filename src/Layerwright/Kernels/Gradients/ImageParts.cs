namespace Layerwright.Kernels;

/// <summary>
/// A chunk's images cut into parts: several small images, or rows of a large one, so that a part's input and gradient stay in the
/// second-level cache and a sum over its positions stays short. Cut by sizes alone, so that bits depend on nothing else.
/// </summary>
internal readonly struct ImageParts
{
    /// <summary>Floats of a part: a quarter of a usual second-level cache.</summary>
    private const int CachedFloats = 64 * 1024;

    /// <summary>Longest sum in one go, and what is worth a tile's beginning and end.</summary>
    private const int MostPositions = 1024, EnoughPositions = 256;

    private readonly int _images;
    private readonly int _imagesPerPart;
    private readonly int _rows;
    private readonly int _rowsPerPart;

    private ImageParts(int images, int imagesPerPart, int rows, int rowsPerPart)
    {
        _images = images;
        _imagesPerPart = imagesPerPart;
        _rows = rows;
        _rowsPerPart = rowsPerPart;
    }

    /// <summary>Parts.</summary>
    public int Count => (_images + _imagesPerPart - 1) / _imagesPerPart * PartsPerImage;

    private int PartsPerImage => (_rows + _rowsPerPart - 1) / _rowsPerPart;

    /// <summary>One part.</summary>
    public ImagePart this[int index]
    {
        get
        {
            int image = index / PartsPerImage * _imagesPerPart, row = index % PartsPerImage * _rowsPerPart;
            return new(image, Math.Min(_imagesPerPart, _images - image), row, Math.Min(_rowsPerPart, _rows - row));
        }
    }

    /// <param name="images">Images of the chunk.</param>
    /// <param name="window">How large they are.</param>
    /// <param name="channels">Floats of an input position.</param>
    /// <param name="filters">Floats of an output position.</param>
    public static ImageParts Of(int images, Window window, int channels, int filters)
    {
        int positions = window.OutputPositions, rows = window.Output.Height;
        long floats = (long)window.InputPositions * channels + (long)positions * filters;
        long parts = Math.Max((positions + MostPositions - 1) / MostPositions, (floats + CachedFloats - 1) / CachedFloats);
        if (parts > 1)
        {
            return new(images, 1, rows, (int)Math.Max(1, rows / parts));
        }

        return new(images, (int)Math.Max(1, Math.Min(EnoughPositions / positions, CachedFloats / floats)), rows, rows);
    }
}

/// <summary>Some images of a chunk, or some rows of one.</summary>
/// <param name="FirstImage">The first image.</param>
/// <param name="Images">How many.</param>
/// <param name="FirstRow">The first row of outputs.</param>
/// <param name="Rows">How many.</param>
internal readonly record struct ImagePart(int FirstImage, int Images, int FirstRow, int Rows);
