using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Gradients of grouped convolutions' weights as their definition says, one multiplication after the other.</summary>
internal static class NaiveConvolution
{
    /// <summary>dW[filter, tap · channels of a group + channel] of images [rows · positions, channels].</summary>
    public static double[,] WeightGradient(Window window, float[,] input, float[,] gradient, int groups)
    {
        int channels = input.GetLength(1) / groups, filters = gradient.GetLength(1), images = gradient.GetLength(0) / window.OutputPositions;
        double[,] sums = new double[filters, window.Taps * channels];
        for (int image = 0; image < images; image++)
        {
            foreach (var (tap, from, to) in Pairs(window))
            {
                int x = image * window.InputPositions + from, y = image * window.OutputPositions + to;
                for (int filter = 0; filter < filters; filter++)
                {
                    int first = filter / (filters / groups) * channels;
                    for (int channel = 0; channel < channels; channel++)
                    {
                        sums[filter, tap * channels + channel] += (double)input[x, first + channel] * gradient[y, filter];
                    }
                }
            }
        }

        return sums;
    }

    /// <summary>Every tap with the input position it meets at every output position, where that is inside.</summary>
    public static IEnumerable<(int Tap, int Input, int Output)> Pairs(Window window)
    {
        for (int y = 0; y < window.Output.Height; y++)
        {
            for (int x = 0; x < window.Output.Width; x++)
            {
                for (int ky = 0; ky < window.Kernel.Height; ky++)
                {
                    for (int kx = 0; kx < window.Kernel.Width; kx++)
                    {
                        int inputY = y * window.Stride.Height - window.Pad.Height + ky * window.Dilation.Height;
                        int inputX = x * window.Stride.Width - window.Pad.Width + kx * window.Dilation.Width;
                        if (inputY >= 0 && inputY < window.Input.Height && inputX >= 0 && inputX < window.Input.Width)
                        {
                            yield return (ky * window.Kernel.Width + kx, inputY * window.Input.Width + inputX, y * window.Output.Width + x);
                        }
                    }
                }
            }
        }
    }
}
