namespace Layerwright.Benchmarks;

/// <summary>Whole training steps of 784-512-256-10 at batch 128, on one thread and on two.</summary>
internal static class TrainingFigures
{
    private const int Rows = 128;

    /// <summary>Forward, weight gradients, and input gradients of all layers but the first; a multiply-add counts two.</summary>
    private const double Operations = 2.0 * Rows * (3 * (784 * 512 + 512 * 256 + 256 * 10) - 784 * 512);

    public static void Print(double peak)
    {
        Random random = new(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 784).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(10))];
        Sgd momentum = new(1e-4f) { Momentum = 0.9f };
        Candidate[] candidates =
        [
            .. new[] { 1, 2 }.SelectMany(threads => new[]
            {
                Create<DigitNet>("SGD + momentum", threads, momentum),
                Create<DigitNet>("Adam", threads, new Adam(1e-5f)),
                Create<NormalizedDigitNet>("SGD, BatchNorm", threads, momentum),
            }),
        ];

        // Each on its own: a two-thread step leaves a thread awake for a while, which would share the core of the next.
        Console.WriteLine($"784-512-256-10, batch {Rows}");
        foreach (Candidate candidate in candidates)
        {
            double seconds = Timing.Minima(TimeSpan.FromSeconds(2), candidate.Step)[0], speed = Operations / seconds;
            Console.WriteLine(
                $"{candidate.Name,-16} {candidate.Threads} thread(s) {seconds * 1e3,8:F3} ms {Rows / seconds,10:N0} samples/s"
                + $" {speed / 1e9,7:F1} GFLOP/s = {speed / peak / candidate.Threads:P1} of the peak of its cores");
        }

        Candidate Create<TNetwork>(string name, int threads, Optimizer optimizer)
            where TNetwork : class, INetwork<TNetwork>
        {
            TrainingStep<TNetwork> step = new(TNetwork.Create(1), Rows, threads);
            return new(name, threads, () => step.Step(inputs, labels, optimizer));
        }
    }

    private sealed record Candidate(string Name, int Threads, Action Step);
}
