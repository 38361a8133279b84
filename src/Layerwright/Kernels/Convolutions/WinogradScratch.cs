namespace Layerwright.Kernels;

/// <summary>
/// What a <see cref="Winograd"/> convolution keeps of some tiles: their transformed inputs, [tile, frequency, channel], and sums (in a weight
/// gradient, transformed gradients) under one panel of filters, [tile, frequency, filter]. From tile to tile a line more, so that tiles do not fall on the same sets of the
/// first-level cache.
/// </summary>
internal readonly unsafe struct WinogradScratch
{
    /// <summary>Tiles at a time, however much room there is: sums of a weight gradient stay short, and a layer's rounding its own.</summary>
    private const int MostTiles = 64;

    private readonly nint _tiles, _line;

    /// <param name="memory">A row with room for a tile and a row of padding at least.</param>
    /// <param name="frequencies">Frequencies of a tile.</param>
    /// <param name="filters">Filters of all panels.</param>
    /// <param name="input">The convolution's input.</param>
    /// <param name="width">Positions of a row of its images.</param>
    /// <exception cref="ArgumentException">There is no room for a tile.</exception>
    public WinogradScratch(Tensor memory, int frequencies, int filters, Tensor input, int width)
    {
        Channels = PanelLayout.RoundUp(input.Columns);
        Filters = Math.Min(VectorWidth.PanelWidth, PanelLayout.RoundUp(filters));
        InputStride = frequencies * Channels + CacheLine.Floats;
        SumStride = frequencies * Filters + CacheLine.Floats;
        _line = (nint)width * input.Stride;
        _tiles = Math.Min(MostTiles, (memory.Columns - _line) / (InputStride + SumStride));
        if (_tiles < 1)
        {
            throw new ArgumentException(
                $"The scratch memory has {memory.Columns} floats: a tile and a row of padding take {_line + InputStride + SumStride}. Build again what declares the network.",
                nameof(memory));
        }

        Sums = memory.Data;
        Inputs = Sums + _tiles * SumStride;
        ZeroLine = Inputs + _tiles * InputStride;
    }

    /// <summary>Padded channels.</summary>
    public nint Channels { get; }

    /// <summary>Filters of the widest panel.</summary>
    public nint Filters { get; }

    public float* Inputs { get; }

    public nint InputStride { get; }

    public float* Sums { get; }

    public nint SumStride { get; }

    /// <summary>Tiles that are worked on at a time.</summary>
    public nint Tiles => _tiles;

    /// <summary>A row of padding.</summary>
    public float* ZeroLine { get; }

    public Span<float> Zeros => new(ZeroLine, (int)_line);

    /// <summary>A row of an image, or of padding above or below.</summary>
    public float* Line(float* image, nint row, int height) => (nuint)row < (nuint)height ? image + row * _line : ZeroLine;

    /// <summary>
    /// How many of <paramref name="tiles"/> tiles are worked on together: whole tiles of the product, which are of nearly equal height.
    /// </summary>
    public nint TilesAtATime(nint tiles, nint mostRows)
    {
        nint height = (tiles + mostRows - 1) / mostRows;
        height = (tiles + height - 1) / height;
        return height > _tiles ? _tiles : _tiles - _tiles % height;
    }
}
