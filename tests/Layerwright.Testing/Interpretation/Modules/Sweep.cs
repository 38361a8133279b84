namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>A window on its way over an image: which input position each of its places reads at each output position.</summary>
internal sealed class Sweep
{
    private Sweep(int height, int width, List<(int Output, int Tap, int Input)> links)
    {
        Height = height;
        Width = width;
        Links = links;
    }

    /// <summary>Output rows and columns.</summary>
    public int Height { get; }

    public int Width { get; }

    /// <summary>By output position, then place in the window; padding is not in it.</summary>
    public IReadOnlyList<(int Output, int Tap, int Input)> Links { get; }

    /// <summary>Over an input of this shape; a step that does not fit whole is not taken.</summary>
    public static Sweep Over(SpecShape input, WindowSpec window)
    {
        int height = Outputs(input.Height, window.Height, window.StrideHeight, Padding(window, window.Height, window.PadHeight).All, window.Dilation);
        int width = Outputs(input.Width, window.Width, window.StrideWidth, Padding(window, window.Width, window.PadWidth).All, window.Dilation);
        return Over(input, window, height, width);
    }

    /// <summary>Over an input of this shape, with so many outputs as a transposed convolution says it has inputs.</summary>
    public static Sweep Over(SpecShape input, WindowSpec window, int height, int width)
    {
        int top = Padding(window, window.Height, window.PadHeight).Start, left = Padding(window, window.Width, window.PadWidth).Start;
        var links = new List<(int, int, int)>();
        for (int output = 0; output < height * width; output++)
        {
            for (int tap = 0; tap < window.Height * window.Width; tap++)
            {
                int y = (output / width * window.StrideHeight) + (tap / window.Width * window.Dilation) - top;
                int x = (output % width * window.StrideWidth) + (tap % window.Width * window.Dilation) - left;
                if (y >= 0 && y < input.Height && x >= 0 && x < input.Width)
                {
                    links.Add((output, tap, (y * input.Width) + x));
                }
            }
        }

        return new(height, width, links);
    }

    private static int Outputs(int input, int size, int stride, int padding, int dilation)
    {
        int reach = (dilation * (size - 1)) + 1;
        return input + padding >= reach
            ? ((input + padding - reach) / stride) + 1
            : throw new ArgumentException($"A window of {reach} does not fit into {input} + {padding}.", nameof(size));
    }

    private static (int Start, int All) Padding(WindowSpec window, int size, int pad)
    {
        int extra = window.Dilation * (size - 1);
        return window.Causal ? (extra, extra) : window.Same ? (extra / 2, extra) : (pad, 2 * pad);
    }
}
