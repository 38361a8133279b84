using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>What is not a product: passes over 128 rows of 512 (statistics in blocks of 32), softmax over 10 classes, transposed copies; on one thread.</summary>
internal static unsafe class PassFigures
{
    private const int Rows = 128, Columns = 512, Block = 32;

    public static void Print()
    {
        BenchmarkMemory memory = new();
        Tensor input = memory.Rows(Rows, Columns), output = memory.Rows(Rows, Columns), gradient = memory.Rows(Rows, Columns);
        Tensor parts = memory.Rows(2 * Rows / Block, Columns), mean = memory.Rows(1, Columns), inverse = memory.Rows(1, Columns);
        Tensor gamma = memory.Rows(1, Columns), beta = memory.Rows(1, Columns);
        Tensor logits = memory.Rows(Rows, 10), logitGradient = memory.Rows(Rows, 10);
        PackedMatrix weights = memory.Packed(Columns, 256), transposed = memory.Packed(256, Columns);
        PanelRange panels = new(0, PanelLayout.PanelCount(Columns));
        LossBlock loss = new() { Labels = (int*)memory.Zeros(Rows), RowLosses = (double*)memory.Zeros(2 * Rows), Scale = 1f / Rows };
        BlockStatistics statistics = new(parts, Rows, Block);
        (string Name, Action Run)[] kernels =
        [
            ("gather statistics", () => EachBlock((first, part) => Elementwise.Observe(Block, new GatherStatistics(input.FromRow(first), part)))),
            ("combine statistics", () => BatchNormalization.CombineStatistics(statistics, 1e-5f, 0.1f, mean, inverse, beta, gamma)),
            ("normalise + ReLU", () => Elementwise.Run(
                Rows, input, output, Epilogue.Chain(new Normalize(mean, inverse, gamma, beta), default(ReLU)))),
            ("gather gradient sums", () => EachBlock((first, part) =>
                Elementwise.Observe(Block, new GatherGradientSums(gradient.FromRow(first), input.FromRow(first), mean, inverse, part)))),
            ("combine gradient sums", () => NormalizationGradient.Combine(statistics, beta, gamma)),
            ("gradient", () => Elementwise.Run(
                Rows, gradient, output, new NormalizeGradient(input, mean, inverse, gamma, beta, gamma, 1f / Rows))),
            ("dropout", () => Elementwise.Run(Rows, input, output, new Dropout(new DropoutMask(1, 1u << 31, 2, 0, Columns)))),
            ("tanh", () => Elementwise.Run(Rows, input, output, default(Tanh))),
            ("softmax cross-entropy", () => SoftmaxCrossEntropy.Run(Rows, logits, loss, logitGradient)),
            ("transposition 512 × 256", () => Transposition.Run(weights, 1, transposed, panels)),
            ("sigmoid", () => Elementwise.Run(Rows, input, output, default(Sigmoid))),
        ];

        Console.WriteLine("µs");
        double[] seconds = Timing.Minima(TimeSpan.FromSeconds(1), [.. kernels.Select(kernel => kernel.Run)]);
        foreach ((var kernel, double time) in kernels.Zip(seconds))
        {
            Console.WriteLine($"{kernel.Name,-24}{time * 1e6,8:F1}");
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
