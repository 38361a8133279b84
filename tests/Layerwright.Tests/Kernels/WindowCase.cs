using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>A convolution at random: a window, channels and filters, drawn so that borders, phases and edges of tiles all come up.</summary>
internal sealed record WindowCase(int Images, int Channels, int Filters, Window Window)
{
    private static readonly int[] Widths = [1, 2, 3, 4, 6, 8, 9, 16, 17, 32, 33, 50];

    public int InputLines => Images * Window.Input.Height * Window.Input.Width;

    public int OutputLines => Images * Window.Output.Height * Window.Output.Width;

    public static WindowCase Draw(int seed)
    {
        Random random = new(seed);
        (int Height, int Width) input = (random.Next(1, 12), random.Next(1, 20)), kernel = (random.Next(1, 6), random.Next(1, 6));
        (int Height, int Width) stride = (random.Next(1, 4), random.Next(1, 4)), dilation = (random.Next(1, 4), random.Next(1, 4));
        if (random.Next(3) == 0)
        {
            input = (input.Height, 30);
            stride = dilation = (1, 1);
        }

        (int Height, int Width) reach = ((kernel.Height - 1) * dilation.Height, (kernel.Width - 1) * dilation.Width);
        (int Height, int Width) pad = (random.Next(reach.Height + 2), random.Next(reach.Width + 2));
        (int Height, int Width) end = (random.Next(reach.Height + 2), random.Next(reach.Width + 2));
        (int Height, int Width) output = (
            Places(input.Height + pad.Height + end.Height, reach.Height, stride.Height),
            Places(input.Width + pad.Width + end.Width, reach.Width, stride.Width));
        return output is { Height: > 0, Width: > 0 }
            ? new(
                random.Next(1, 12),
                Widths[random.Next(Widths.Length)],
                Widths[random.Next(Widths.Length)],
                new Window(input, kernel, output) { Stride = stride, Pad = pad, Dilation = dilation })
            : Draw(seed + 1_000_000);
    }

    /// <summary>Every tap inside the image: its number, the input's line and the output's.</summary>
    public IEnumerable<(int Tap, int InputLine, int OutputLine)> Taps()
    {
        for (int image = 0; image < Images; image++)
        {
            for (int place = 0; place < Window.Output.Height * Window.Output.Width; place++)
            {
                for (int tap = 0; tap < Window.Kernel.Height * Window.Kernel.Width; tap++)
                {
                    int y = place / Window.Output.Width * Window.Stride.Height - Window.Pad.Height + tap / Window.Kernel.Width * Window.Dilation.Height;
                    int x = place % Window.Output.Width * Window.Stride.Width - Window.Pad.Width + tap % Window.Kernel.Width * Window.Dilation.Width;
                    if (y >= 0 && y < Window.Input.Height && x >= 0 && x < Window.Input.Width)
                    {
                        yield return (
                            tap,
                            (image * Window.Input.Height + y) * Window.Input.Width + x,
                            image * Window.Output.Height * Window.Output.Width + place);
                    }
                }
            }
        }
    }

    /// <summary>The convolution, from its definition: input lines and weights [filters, taps · channels] to output lines.</summary>
    public float[,] Forward(float[,] input, float[,] weights)
    {
        float[,] output = new float[OutputLines, Filters];
        foreach ((int tap, int from, int to) in Taps())
        {
            for (int filter = 0; filter < Filters; filter++)
            {
                for (int channel = 0; channel < Channels; channel++)
                {
                    output[to, filter] += input[from, channel] * weights[filter, tap * Channels + channel];
                }
            }
        }

        return output;
    }

    /// <summary>Its adjoint, from the definition: gradients of output lines to those of input lines.</summary>
    public float[,] Adjoint(float[,] gradient, float[,] weights)
    {
        float[,] inputGradient = new float[InputLines, Channels];
        foreach ((int tap, int to, int from) in Taps())
        {
            for (int filter = 0; filter < Filters; filter++)
            {
                for (int channel = 0; channel < Channels; channel++)
                {
                    inputGradient[to, channel] += gradient[from, filter] * weights[filter, tap * Channels + channel];
                }
            }
        }

        return inputGradient;
    }

    private static int Places(int length, int reach, int stride) => length <= reach ? 0 : (length - reach - 1) / stride + 1;
}
