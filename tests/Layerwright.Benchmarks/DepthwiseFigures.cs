using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Depthwise convolutions and their gradients on one thread, and grouped ones; shares count taps outside the image too.</summary>
internal static unsafe class DepthwiseFigures
{
    private static readonly (int Images, int Channels, int Size, int Kernel, int Stride, int Groups)[] Sizes =
    [
        (8, 32, 28, 3, 1, 32), (8, 64, 14, 3, 1, 64), (8, 64, 14, 3, 2, 64), (8, 128, 7, 3, 1, 128), (8, 64, 14, 5, 1, 64), (8, 64, 14, 3, 1, 4), (8, 64, 14, 3, 1, 16),
    ];

    public static void Print(double peak)
    {
        Console.WriteLine("images × channels × size², kernel / stride, groups   forward + bias + ReLU   input gradient       weight gradient");
        foreach (var (images, channels, size, kernel, stride, groups) in Sizes)
        {
            BenchmarkMemory memory = new();
            int pad = kernel / 2, places = (size - 1) / stride + 1, inGroup = channels / groups;
            bool isDepthwise = groups == channels;
            Window window = new((size, size), (kernel, kernel), (places, places)) { Stride = (stride, stride), Pad = (pad, pad) };
            Tensor input = memory.Rows(images * size * size, channels), back = memory.Rows(images * size * size, channels);
            Tensor output = memory.Rows(images * places * places, channels), gradient = memory.Rows(images * places * places, channels);
            Tensor bias = memory.Rows(1, channels);
            int inputs = window.Taps * (isDepthwise ? 1 : inGroup), matrices = isDepthwise ? 1 : groups;
            PackedMatrix weights = new(memory.Allocate(matrices * PanelLayout.PackedLength(inputs, channels / matrices)), inputs, channels, matrices);
            GradientChunks shape = new(null, 1, inputs, channels, matrices, hasBias: false);
            GradientChunks chunk = new(memory.Allocate(shape.Stride), 1, inputs, channels, matrices, hasBias: false);
            var links = Epilogue.Chain(new AddBias(bias), default(ReLU));
            double[] seconds = isDepthwise
                ? Timing.Minima(
                    TimeSpan.FromSeconds(1),
                    () => Depthwise.Run(images, input, weights, window, output, links),
                    () => DepthwiseInputGradient.Run(images, gradient, weights, window, back, default(None)),
                    () => DepthwiseWeightGradient.SumChunk(images, input, gradient, window, new(0, chunk.Panels), chunk))
                : Timing.Minima(
                    TimeSpan.FromSeconds(1),
                    () => Convolution.Run(images, input, weights, window, output, links),
                    () => ConvolutionInputGradient.Run(images, gradient, weights, window, back, default(None)),
                    () => ConvolutionWeightGradient.SumChunk(images, input, gradient, window, new(0, chunk.Panels), chunk));
            double operations = 2.0 * images * places * places * window.Taps * inGroup * channels;
            string figures = string.Concat(seconds.Select(s => $"{s * 1e6,12:F1} µs {operations / s / peak,6:P1}"));
            Console.WriteLine($"{images,3} × {channels,3} × {size,2}², {kernel}/{stride}, {groups,3}  {figures}");
        }
    }
}
