namespace Layerwright.Testing.Interpretation;

/// <summary>The shape of one row: a vector, a sequence (height 1, width = steps) or an image.</summary>
/// <param name="Rank">1, 2 or 3.</param>
/// <param name="Height">Image rows; else 1.</param>
/// <param name="Width">Image columns or time steps; else 1.</param>
/// <param name="Channels">Features or channels: the last axis.</param>
public readonly record struct SpecShape(int Rank, int Height, int Width, int Channels)
{
    /// <summary>Pixels or steps.</summary>
    public int Positions => Height * Width;

    /// <summary>Elements.</summary>
    public int Length => Positions * Channels;

    public static SpecShape Vector(int features) => new(1, 1, 1, features);

    public static SpecShape Sequence(int steps, int features) => new(2, 1, steps, features);

    public static SpecShape Image(int height, int width, int channels) => new(3, height, width, channels);

    /// <summary>The same with other channels.</summary>
    public SpecShape WithChannels(int channels) => this with { Channels = channels };
}
