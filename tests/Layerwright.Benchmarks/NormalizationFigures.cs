using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>The parts of batch normalisation over 128 rows of 512, in blocks of 32, on one thread.</summary>
internal static unsafe class NormalizationFigures
{
    private const int Rows = 128, Columns = 512, Block = 32;

    public static void Print()
    {
        BenchmarkMemory memory = new();
        Tensor input = memory.Rows(Rows, Columns), output = memory.Rows(Rows, Columns), gradient = memory.Rows(Rows, Columns);
        Tensor parts = memory.Rows(2 * Rows / Block, Columns), mean = memory.Rows(1, Columns), inverse = memory.Rows(1, Columns);
        Tensor gamma = memory.Rows(1, Columns), beta = memory.Rows(1, Columns);
        BlockStatistics statistics = new(parts, Rows, Block);
        (string Name, Action Run)[] kernels =
        [
            ("gather statistics", () => EachBlock((first, part) => BatchNormalization.GatherStatistics(Block, input.FromRow(first), part))),
            ("combine statistics", () => BatchNormalization.CombineStatistics(statistics, 1e-5f, 0.1f, mean, inverse, beta, gamma)),
            ("normalise + ReLU", () => Elementwise.Run(
                Rows, input, output, Epilogue.Chain(new Normalize(mean, inverse, gamma, beta), default(ReLU)))),
            ("gather gradient sums", () => EachBlock((first, part) =>
                BatchNormalization.GatherGradientSums(Block, input.FromRow(first), gradient.FromRow(first), mean, inverse, part))),
            ("combine gradient sums", () => BatchNormalization.CombineGradientSums(statistics, beta, gamma)),
            ("gradient", () => Elementwise.Run(
                Rows, gradient, output, new NormalizeGradient(input, mean, inverse, gamma, beta, gamma, 1f / Rows))),
            ("dropout", () => Elementwise.Run(Rows, input, output, new Dropout(new DropoutMask(1, 1u << 31, 2, 0, Columns)))),
            ("tanh", () => Elementwise.Run(Rows, input, output, default(Tanh))),
            ("sigmoid", () => Elementwise.Run(Rows, input, output, default(Sigmoid))),
        ];

        Console.WriteLine($"{Rows} × {Columns}, µs");
        double[] seconds = Timing.Minima(TimeSpan.FromSeconds(1), [.. kernels.Select(kernel => kernel.Run)]);
        foreach ((var kernel, double time) in kernels.Zip(seconds))
        {
            Console.WriteLine($"{kernel.Name,-24}{time * 1e6,8:F1}{time * 1e9 / Rows / Columns,8:F3} ns an element");
        }

        void EachBlock(Action<int, Tensor> gather)
        {
            for (int first = 0; first < Rows; first += Block)
            {
                gather(first, parts.FromRow(2 * first / Block));
            }
        }
    }
}
