using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Grouped convolutions and their gradients as their definition says, one multiplication after the other.</summary>
internal static class NaiveConvolution
{
    /// <summary>output[line, filter] of images [rows · positions, channels] and weights [filter, tap · channels of a group + channel].</summary>
    public static double[,] Forward(Window window, float[,] input, float[,] weights, int groups)
    {
        int images = input.GetLength(0) / window.InputPositions;
        double[,] output = new double[images * window.OutputPositions, weights.GetLength(0)];
        Visit(window, images, input.GetLength(1), weights.GetLength(0), groups, (x, channel, y, filter, k) =>
            output[y, filter] += (double)input[x, channel] * weights[filter, k]);
        return output;
    }

    /// <summary>The gradient of [rows · positions, channels].</summary>
    public static double[,] InputGradient(Window window, float[,] gradient, float[,] weights, int channels, int groups)
    {
        int images = gradient.GetLength(0) / window.OutputPositions;
        double[,] result = new double[images * window.InputPositions, channels];
        Visit(window, images, channels, weights.GetLength(0), groups, (x, channel, y, filter, k) =>
            result[x, channel] += (double)gradient[y, filter] * weights[filter, k]);
        return result;
    }

    /// <summary>dW[filter, tap · channels of a group + channel] of images [rows · positions, channels].</summary>
    public static double[,] WeightGradient(Window window, float[,] input, float[,] gradient, int groups)
    {
        int channels = input.GetLength(1), filters = gradient.GetLength(1), images = gradient.GetLength(0) / window.OutputPositions;
        double[,] sums = new double[filters, window.Taps * channels / groups];
        Visit(window, images, channels, filters, groups, (x, channel, y, filter, k) =>
            sums[filter, k] += (double)input[x, channel] * gradient[y, filter]);
        return sums;
    }

    private static void Visit(
        Window window, int images, int channels, int filters, int groups, Action<int, int, int, int, int> multiply)
    {
        int inGroup = channels / groups;
        for (int image = 0; image < images; image++)
        {
            foreach (var (tap, from, to) in Pairs(window))
            {
                int x = image * window.InputPositions + from, y = image * window.OutputPositions + to;
                for (int filter = 0; filter < filters; filter++)
                {
                    int first = filter / (filters / groups) * inGroup;
                    for (int channel = 0; channel < inGroup; channel++)
                    {
                        multiply(x, first + channel, y, filter, tap * inGroup + channel);
                    }
                }
            }
        }
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
