using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Convolutions forward, and their input gradients, on one thread.</summary>
internal static class ConvolutionFigures
{
    private static readonly (int Images, int Channels, int Size, int Filters, int Kernel, int Stride, int Pad)[] Shapes =
    [
        (32, 1, 28, 16, 3, 1, 1), (32, 16, 14, 32, 3, 1, 1), (32, 64, 14, 64, 3, 1, 1), (1, 64, 28, 64, 3, 1, 1),
        (32, 3, 32, 32, 3, 1, 1), (32, 16, 28, 16, 3, 1, 1), (32, 32, 28, 64, 3, 2, 1), (32, 64, 7, 64, 3, 1, 1), (32, 64, 14, 128, 1, 2, 0),
        (32, 1, 28, 6, 5, 1, 2), (32, 1, 28, 6, 5, 1, 0), (32, 6, 12, 16, 5, 1, 0), (32, 6, 14, 16, 5, 1, 0), (32, 16, 5, 120, 5, 1, 0),
        (1, 1, 28, 6, 5, 1, 2), (1, 6, 14, 16, 5, 1, 0), (1, 16, 5, 120, 5, 1, 0),
    ];

    public static void Print(double peak)
    {
        // Multiply-adds with padding are counted: skipped borders lift the share.
        Console.WriteLine("images × channels × size² → filters       bias + ReLU        input gradient");
        foreach (var (images, channels, size, filters, kernel, stride, pad) in Shapes)
        {
            BenchmarkMemory memory = new();
            int places = (size + 2 * pad - kernel) / stride + 1, lines = images * size * size, outputLines = images * places * places;
            Window window = new((size, size), (kernel, kernel), (places, places)) { Stride = (stride, stride), Pad = (pad, pad) };
            Tensor input = channels < 5 ? memory.Rows(lines, channels, channels) : memory.Rows(lines, channels);
            Tensor output = memory.Rows(outputLines, filters), gradient = memory.Rows(outputLines, filters);
            Tensor inputGradient = memory.Rows(lines, channels), activation = memory.Rows(lines, channels), bias = memory.Rows(1, filters);
            PackedMatrix weights = memory.Packed(window.Taps * channels, filters), turned = memory.Packed(window.Taps * filters, channels);

            double[] seconds = Timing.Minima(
                TimeSpan.FromSeconds(0.5),
                () => Convolution.Run(images, input, weights, window, output, Epilogue.Chain(new AddBias(bias), default(ReLU))),
                () => ConvolutionInputGradient.Run(images, gradient, turned, window, inputGradient, new ReLUGradient(activation)));

            double operations = 2.0 * outputLines * window.Taps * channels * filters;
            string figures = string.Concat(seconds.Select(s => $"{s * 1e6,10:F1} µs {operations / s / peak,6:P1}"));
            Console.WriteLine($"{images,3} × {channels,3} × {size,2}² → {filters,3}  {kernel}×{kernel}/{stride} pad {pad}  {figures}");
        }
    }
}
