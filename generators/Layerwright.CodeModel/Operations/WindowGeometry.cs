namespace Layerwright.CodeModel.Operations;

/// <summary>
/// How a window slides over images: the geometry of a convolution or of a pooling. Tap (ky, kx) of output position (y, x) is input
/// position (y · stride − pad + ky · dilation, x · stride − pad + kx · dilation). A sequence is an image one position high.
/// </summary>
/// <param name="Input">Size of the images that it slides over.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Output">Places where it stops.</param>
internal sealed record WindowGeometry(
    (int Height, int Width) Input, (int Height, int Width) Kernel, (int Height, int Width) Output)
{
    /// <summary>Input positions from one place to the next.</summary>
    public (int Height, int Width) Stride { get; init; } = (1, 1);

    /// <summary>Positions of padding above and to the left.</summary>
    public (int Height, int Width) Pad { get; init; } = (0, 0);

    /// <summary>Input positions from one tap to the next.</summary>
    public (int Height, int Width) Dilation { get; init; } = (1, 1);

    /// <summary>Taps in all.</summary>
    public int Taps => Kernel.Height * Kernel.Width;

    /// <summary>No position belongs to two windows.</summary>
    public bool IsDisjoint => Stride.Height >= Kernel.Height && Stride.Width >= Kernel.Width;

    /// <summary>Reads each position once and in place: over images it is what a layer without a window is over lines.</summary>
    public bool IsPointwise => Taps == 1 && Stride == (1, 1) && Input == Output;

    /// <summary>Places along one axis; 0 or less where the window does not fit.</summary>
    /// <param name="input">Positions of the image.</param>
    /// <param name="kernel">Taps.</param>
    /// <param name="stride">Positions from place to place.</param>
    /// <param name="padding">Positions of padding, at both ends together.</param>
    /// <param name="dilation">Positions from tap to tap.</param>
    public static int Places(int input, int kernel, int stride, int padding, int dilation)
    {
        // Not int: sizes are checked one by one, their product is not.
        long room = (long)input + padding - ((kernel - 1L) * dilation + 1);
        return room < 0 ? 0 : (int)Math.Min(int.MaxValue, room / stride + 1);
    }
}
