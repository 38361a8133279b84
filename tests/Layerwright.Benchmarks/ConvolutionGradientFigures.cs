using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Convolutions' weight gradients on one thread; the share counts taps outside the image as if they were multiplied.</summary>
internal static unsafe class ConvolutionGradientFigures
{
    private static readonly (int Images, int Channels, int Size, int Filters, int Kernel, int Stride, int Pad)[] Sizes =
    [
        (32, 1, 28, 16, 3, 1, 1), (32, 1, 28, 6, 5, 1, 2), (32, 3, 32, 32, 3, 1, 1), (32, 6, 14, 16, 5, 1, 0), (32, 16, 14, 32, 3, 1, 1),
        (32, 16, 28, 16, 3, 1, 1), (32, 16, 28, 32, 3, 2, 1), (32, 32, 14, 32, 3, 1, 1), (32, 64, 7, 64, 3, 1, 1), (32, 64, 14, 64, 3, 1, 1),
        (32, 64, 14, 64, 1, 1, 0), (32, 128, 14, 128, 3, 1, 1), (4, 64, 56, 64, 3, 1, 1),
    ];

    public static void Print(double peak)
    {
        Console.WriteLine("images × size² × channels → filters, kernel / stride     weight gradient");
        foreach (var (images, channels, size, filters, kernel, stride, pad) in Sizes)
        {
            BenchmarkMemory memory = new();
            int output = (size + 2 * pad - kernel) / stride + 1;
            Window window = new((size, size), (kernel, kernel), (output, output)) { Stride = (stride, stride), Pad = (pad, pad) };
            Tensor input = channels < 4 ? memory.Rows(images * size * size, channels, channels) : memory.Rows(images * size * size, channels);
            Tensor gradient = memory.Rows(images * output * output, filters);
            GradientChunks shape = new(null, 1, window.Taps * channels, filters, 1, hasBias: false);
            GradientChunks chunk = new(memory.Allocate(shape.Stride), 1, shape.Inputs, filters, 1, hasBias: false);
            bool isFiltered = kernel == 3 && stride == 1 && Math.Min(channels, filters) >= 16;
            GradientChunks frequencies = Frequencies(memory, 16, channels, filters), frequencies4 = Frequencies(memory, 36, channels, filters);
            Tensor scratch = memory.WinogradScratch(input, size, 16), scratch4 = memory.WinogradScratch(input, size);
            double[] seconds = Timing.Minima(
                TimeSpan.FromSeconds(1),
                () => ConvolutionWeightGradient.SumChunk(images, input, gradient, window, new(0, chunk.Panels), chunk),
                () => WinogradSum(isFiltered, images, input, gradient, window, scratch, frequencies),
                () => Winograd4Sum(isFiltered, images, input, gradient, window, scratch4, frequencies4));
            string Filtered(int i) => $"   {seconds[i] * 1e6,10:F1} µs, {seconds[0] / seconds[i],5:F2} ×";
            string filtered = isFiltered ? $"   Winograd 2×2 and 4×4{Filtered(1)}{Filtered(2)}" : "";
            double operations = 2.0 * images * output * output * kernel * kernel * channels * filters;
            Console.WriteLine(
                $"{images,4} × {size,2}² × {channels,3} → {filters,3}, {kernel}/{stride}  {seconds[0] * 1e6,10:F1} µs {operations / seconds[0] / peak,6:P1}{filtered}");
        }
    }

    private static GradientChunks Frequencies(BenchmarkMemory memory, int frequencies, int channels, int filters)
    {
        GradientChunks shape = new(null, 1, frequencies * channels, filters, 1, hasBias: false);
        return new(memory.Allocate(shape.Stride), 1, shape.Inputs, filters, 1, hasBias: false);
    }

    private static void Winograd4Sum(
        bool isFiltered, int images, Tensor input, Tensor gradient, Window window, Tensor scratch, GradientChunks frequencies)
    {
        if (isFiltered)
        {
            Winograd4WeightGradient.SumChunk(images, input, gradient, window, scratch, new(0, frequencies.Panels), frequencies);
        }
    }

    private static void WinogradSum(
        bool isFiltered, int images, Tensor input, Tensor gradient, Window window, Tensor scratch, GradientChunks frequencies)
    {
        if (isFiltered)
        {
            WinogradWeightGradient.SumChunk(images, input, gradient, window, scratch, new(0, frequencies.Panels), frequencies);
        }
    }
}
