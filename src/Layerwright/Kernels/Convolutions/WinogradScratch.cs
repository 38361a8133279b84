namespace Layerwright.Kernels;

/// <summary>
/// What a <see cref="Winograd"/> convolution keeps of some tiles: their transformed inputs, [tile, frequency, channel], and sums (in a weight
/// gradient, transformed gradients) under one panel of filters, [tile, frequency, filter]. From tile to tile a line more, so that tiles do not fall on the same sets of the
/// first-level cache.
/// </summary>
internal readonly unsafe struct WinogradScratch
{
    private readonly nint _tiles;

    public WinogradScratch(Tensor memory, int channels)
    {
        Channels = PanelLayout.RoundUp(channels);
        InputStride = Winograd.Frequencies * Channels + CacheLine.Floats;
        SumStride = Winograd.Frequencies * VectorWidth.PanelWidth + CacheLine.Floats;
        _tiles = (memory.Columns - Channels) / (InputStride + SumStride);
        Sums = memory.Data;
        Inputs = Sums + _tiles * SumStride;
        ZeroLine = Inputs + _tiles * InputStride;
    }

    /// <summary>Padded channels.</summary>
    public nint Channels { get; }

    public float* Inputs { get; }

    public nint InputStride { get; }

    public float* Sums { get; }

    public nint SumStride { get; }

    /// <summary>Tiles that there is room for.</summary>
    public nint Tiles => _tiles;

    /// <summary>A position of padding.</summary>
    public float* ZeroLine { get; }

    public Span<float> Zeros => new(ZeroLine, (int)Channels);

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
