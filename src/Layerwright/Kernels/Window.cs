using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// How a window slides over images: the geometry of a convolution or of a pooling. Sizes are in positions; a sequence is an image
/// one position high.
/// </summary>
/// <remarks>
/// Tap (ky, kx) of output position (y, x) is input position (y · stride − pad + ky · dilation, x · stride − pad + kx · dilation); taps
/// outside the image are padding. Padding at the end is what the output's size says.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Window
{
    /// <summary>A window of stride 1 without padding or dilation, unless the properties say otherwise.</summary>
    /// <param name="input">Size of the images that it slides over.</param>
    /// <param name="kernel">Taps.</param>
    /// <param name="output">Places where it stops.</param>
    public Window((int Height, int Width) input, (int Height, int Width) kernel, (int Height, int Width) output)
    {
        Input = input;
        Kernel = kernel;
        Output = output;
    }

    /// <summary>Size of the images that it slides over.</summary>
    public (int Height, int Width) Input { get; }

    /// <summary>Taps.</summary>
    public (int Height, int Width) Kernel { get; }

    /// <summary>Places where it stops: the size of the output.</summary>
    public (int Height, int Width) Output { get; }

    /// <summary>Input positions from one place to the next.</summary>
    public (int Height, int Width) Stride { get; init; } = (1, 1);

    /// <summary>Positions of padding above and to the left.</summary>
    public (int Height, int Width) Pad { get; init; } = (0, 0);

    /// <summary>Input positions from one tap to the next.</summary>
    public (int Height, int Width) Dilation { get; init; } = (1, 1);

    /// <summary>Positions of an input image.</summary>
    internal int InputPositions => Input.Height * Input.Width;

    /// <summary>Positions of an output image.</summary>
    internal int OutputPositions => Output.Height * Output.Width;

    /// <summary>Taps in all.</summary>
    internal int Taps => Kernel.Height * Kernel.Width;
}
