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
        Candidate[] candidates =
        [
            new("SGD + momentum", 1, new Sgd(1e-4f) { Momentum = 0.9f }), new("Adam", 1, new Adam(1e-5f)),
            new("SGD + momentum", 2, new Sgd(1e-4f) { Momentum = 0.9f }), new("Adam", 2, new Adam(1e-5f)),
        ];
        Action[] steps = [.. candidates.Select<Candidate, Action>(candidate =>
        {
            TrainingStep<DigitNet> step = new DigitNet(1).CreateTrainingStep(Rows, candidate.Threads);
            return () => step.Step(inputs, labels, candidate.Optimizer);
        })];

        // Each on its own: a two-thread step leaves a thread awake for a while, which would share the core of the next.
        Console.WriteLine($"784-512-256-10, batch {Rows}");
        foreach ((Candidate candidate, Action step) in candidates.Zip(steps))
        {
            double seconds = Timing.Minima(TimeSpan.FromSeconds(2), step)[0], speed = Operations / seconds;
            Console.WriteLine(
                $"{candidate.Name,-16} {candidate.Threads} thread(s) {seconds * 1e3,8:F3} ms {Rows / seconds,10:N0} samples/s"
                + $" {speed / 1e9,7:F1} GFLOP/s = {speed / peak / candidate.Threads:P1} of the peak of its cores");
        }
    }

    private sealed record Candidate(string Name, int Threads, Optimizer Optimizer);
}
