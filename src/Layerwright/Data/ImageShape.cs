namespace Layerwright;

/// <summary>The shape of an image row: channels change fastest, then columns, then rows.</summary>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Columns of pixels.</param>
/// <param name="Channels">Numbers for each pixel: 1 for grey, 3 for colour.</param>
public readonly record struct ImageShape(int Height, int Width, int Channels)
{
    /// <summary>Numbers in one image.</summary>
    public int Length => Height * Width * Channels;

    /// <summary>For example <c>28×28×1</c>.</summary>
    public override string ToString() => $"{Height}×{Width}×{Channels}";
}
