using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Passes over images: pooling, group and batch normalisation over 32 images of 14×14 positions and 64 channels, on one thread.</summary>
internal static class ImagePassFigures
{
    private const int Images = 32, Size = 14, Channels = 64, Positions = Size * Size, Lines = Images * Positions, BlockLines = 4 * Positions;

    private static BenchmarkMemory Memory { get; } = new();

    public static void Print()
    {
        Tensor input = Rows(Lines), gradient = Rows(Lines), output = Rows(Lines), large = Rows(4 * Lines), pooled = Rows(Lines / 4);
        Tensor means = Rows(Images), gamma = Rows(1), beta = Rows(1), mean = Rows(1), inverse = Rows(1), partial = Rows(2);
        Window quarters = Pooling(2, 2, 0), overlaps = Pooling(3, 2, 1), same = Pooling(3, 1, 1);
        Window doubled = new(input: (2 * Size, 2 * Size), kernel: (2, 2), output: (Size, Size)) { Stride = (2, 2) };
        Tensor again = Rows(Lines), overlapped = Rows(Images * 49), unchanged = Rows(Lines);
        Tensor parts = Rows(2 * Lines / BlockLines), runningMean = Rows(1), runningVariance = Rows(1);
        Tensor betaGradient = Rows(1), gammaGradient = Rows(1);
        BlockStatistics statistics = new(parts, Lines, BlockLines);
        (string Name, Action Run)[] kernels =
        [
            ("max pooling 2×2", () => MaxPool.Run(Images, input, quarters, pooled, default(None))),
            ("… and ReLU, gradient", () => MaxPool.Gradient(Images, pooled, input, quarters, output, new ReLUGradient(input))),
            ("… and ReLU, gradient over its input", () => MaxPool.Gradient(Images, pooled, again, quarters, again, new ReLUGradient(again))),
            ("max pooling 3×3, stride 2", () => MaxPool.Run(Images, input, overlaps, overlapped, default(None))),
            ("… and ReLU, gradient", () => MaxPool.Gradient(Images, overlapped, input, overlaps, output, new ReLUGradient(input))),
            ("average pooling 2×2", () => AveragePool.Run(Images, input, quarters, pooled, default(None))),
            ("… gradient", () => AveragePool.Gradient(Images, pooled, quarters, output, default(None))),
            ("average pooling 3×3, stride 1", () => AveragePool.Run(Images, input, same, output, default(None))),
            ("… gradient", () => AveragePool.Gradient(Images, gradient, same, unchanged, default(None))),
            ("global average pooling", () => GlobalAveragePool.Run(Images, input, Positions, means, default(None))),
            ("… gradient", () => GlobalAveragePool.Gradient(Images, means, Positions, output, default(None))),
            ("global max pooling", () => GlobalMaxPool.Run(Images, input, Positions, means, default(None))),
            ("… gradient", () => GlobalMaxPool.Gradient(Images, means, input, Positions, output, default(None))),
            ("upsampling 2×2", () => Upsample.Run(Images, input, doubled, large, default(None))),
            ("… gradient", () => Upsample.Gradient(Images, large, doubled, output, default(None))),
            ("group normalisation, 8, + ReLU", () => GroupNormalization.Run(
                Images, input, 8, Positions, gamma, beta, 1e-5f, output, default(ReLU))),
            ("… gradient", () => GroupNormalization.Gradient(
                Images, gradient, input, 8, Positions, gamma, 1e-5f, partial, output, default(None))),
            ("gather statistics", () => Elementwise.Observe(Lines, new GatherStatistics(input, partial))),
            ("gather gradient sums", () => Elementwise.Observe(
                Lines, new GatherGradientSums(gradient, input, mean, inverse, partial))),
            ("normalise + ReLU", () => Elementwise.Run(
                Lines, input, output, Epilogue.Chain(new Normalize(mean, inverse, gamma, beta), default(ReLU)))),
            ("batch normalisation + ReLU, both ways", () =>
            {
                EachBlock((first, part) => Elementwise.Observe(BlockLines, new GatherStatistics(input.FromRow(first), part)));
                BatchNormalization.CombineStatistics(statistics, 1e-5f, 0.1f, mean, inverse, runningMean, runningVariance);
                Elementwise.Run(Lines, input, output, Epilogue.Chain(new Normalize(mean, inverse, gamma, beta), default(ReLU)));
                EachBlock((first, part) => Elementwise.Run(
                    BlockLines,
                    gradient.FromRow(first),
                    output.FromRow(first),
                    new ReLUGradient(output.FromRow(first)),
                    new GatherGradientSums(output.FromRow(first), input.FromRow(first), mean, inverse, part)));
                NormalizationGradient.Combine(statistics, betaGradient, gammaGradient);
                Elementwise.Run(
                    Lines, output, output, new NormalizeGradient(input, mean, inverse, gamma, betaGradient, gammaGradient, 1f / Lines));
            }),
            ("copy", () => Elementwise.Run(Lines, input, output, default(None))),
        ];

        Console.WriteLine($"µs, {Images} × {Size}×{Size}×{Channels}");
        double[] seconds = Timing.Minima(TimeSpan.FromSeconds(2), [.. kernels.Select(kernel => kernel.Run)]);
        foreach ((var kernel, double time) in kernels.Zip(seconds))
        {
            Console.WriteLine($"{kernel.Name,-40}{time * 1e6,8:F1}");
        }

        void EachBlock(Action<int, Tensor> pass)
        {
            for (int first = 0; first < Lines; first += BlockLines)
            {
                pass(first, parts.FromRow(2 * first / BlockLines));
            }
        }
    }

    private static Tensor Rows(int rows) => Memory.Rows(rows, Channels);

    private static Window Pooling(int kernel, int stride, int pad)
    {
        int places = ((Size + (2 * pad) - kernel) / stride) + 1;
        return new(input: (Size, Size), kernel: (kernel, kernel), output: (places, places)) { Stride = (stride, stride), Pad = (pad, pad) };
    }
}
