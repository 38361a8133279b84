using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Three by three convolutions by minimal filtering beside direct ones, forward and input gradient, on one thread.</summary>
internal static class WinogradFigures
{
    private static readonly (int Images, int Channels, int Size, int Filters)[] Shapes =
    [
        (32, 16, 14, 32), (32, 64, 14, 64), (8, 64, 14, 64), (1, 64, 28, 64), (8, 16, 28, 16), (2, 16, 28, 16), (8, 32, 14, 32),
        (16, 64, 7, 64), (16, 32, 7, 32), (16, 16, 7, 16), (4, 128, 14, 128), (4, 256, 14, 256),
    ];

    public static void Print()
    {
        Console.WriteLine("images × channels × size² → filters   bias + ReLU: Winograd 2×2, 4×4, direct      input gradient: the same      weights 2×2, 4×4");
        foreach (var (images, channels, size, filters) in Shapes)
        {
            BenchmarkMemory memory = new();
            int lines = images * size * size;
            Window window = new((size, size), (3, 3), (size, size)) { Pad = (1, 1) };
            Tensor input = memory.Rows(lines, channels), inputGradient = memory.Rows(lines, channels), activation = memory.Rows(lines, channels);
            Tensor output = memory.Rows(lines, filters), gradient = memory.Rows(lines, filters), bias = memory.Rows(1, filters);
            PackedMatrix weights = memory.Packed(9 * channels, filters), turned = memory.Packed(9 * filters, channels);
            PackedMatrix transformed = memory.Packed(16 * channels, filters), turnedTransformed = memory.Packed(16 * filters, channels);
            PackedMatrix transformed4 = memory.Packed(36 * channels, filters), turnedTransformed4 = memory.Packed(36 * filters, channels);
            Tensor scratch = memory.WinogradScratch(input, size), gradientScratch = memory.WinogradScratch(gradient, size);
            Tensor scratch2 = memory.WinogradScratch(input, size, 16), gradientScratch2 = memory.WinogradScratch(gradient, size, 16);

            double[] seconds = Timing.Minima(
                TimeSpan.FromSeconds(1),
                () => Winograd.Run(images, input, transformed, window, scratch2, output, Epilogue.Chain(new AddBias(bias), default(ReLU))),
                () => Winograd4.Run(images, input, transformed4, window, scratch, output, Epilogue.Chain(new AddBias(bias), default(ReLU))),
                () => Convolution.Run(images, input, weights, window, output, Epilogue.Chain(new AddBias(bias), default(ReLU))),
                () => Winograd.Run(images, gradient, turnedTransformed, window, gradientScratch2, inputGradient, new ReLUGradient(activation)),
                () => Winograd4.Run(images, gradient, turnedTransformed4, window, gradientScratch, inputGradient, new ReLUGradient(activation)),
                () => ConvolutionInputGradient.Run(images, gradient, turned, window, inputGradient, new ReLUGradient(activation)),
                () => WinogradWeights.Transform(weights, transformed),
                () => Winograd4Weights.Transform(weights, transformed4));

            string Three(int first) =>
                $"{seconds[first] * 1e6,9:F1} µs {seconds[first + 1] * 1e6,9:F1} µs {seconds[first + 2] * 1e6,9:F1} µs ({seconds[first + 2] / seconds[first]:F2}×, {seconds[first + 2] / seconds[first + 1]:F2}×)";
            Console.WriteLine($"{images,3} × {channels,3} × {size,2}² → {filters,3}  {Three(0)}  {Three(3)}  {seconds[6] * 1e6,6:F1} µs {seconds[7] * 1e6,6:F1} µs");
        }
    }
}
