namespace Layerwright.Benchmarks;

/// <summary>Whole training steps of 784-512-256-10 at batch 128, on one thread and on two.</summary>
internal static class TrainingFigures
{
    private const int Rounds = 20;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    public static void Print(double peak)
    {
        (string Name, Func<int, Action> Create)[] kinds =
        [
            ("SGD + momentum", threads => Step<DigitNet>(threads, SpeedWorks.Momentum)),
            ("Adam", threads => Step<DigitNet>(threads, SpeedWorks.Adam)),
            ("SGD, BatchNorm", threads => Step<NormalizedDigitNet>(threads, SpeedWorks.Momentum)),
        ];

        Console.WriteLine($"784-512-256-10, batch {SpeedWorks.BatchSize}");
        foreach ((string name, Func<int, Action> create) in kinds)
        {
            TimedWork one = new(create(1)), two = new(create(2));
            double[] seconds = Timing.Minima(Rounds, Turn, one.Quickest, two.Quickest);
            for (int threads = 1; threads <= 2; threads++)
            {
                double speed = SpeedWorks.StepOperations / seconds[threads - 1];
                string gain = threads > 1 ? $", {seconds[0] / seconds[1]:F2} × one thread" : "";
                Console.WriteLine(
                    $"{name,-16} {threads} thread(s) {seconds[threads - 1] * 1e3,8:F3} ms "
                    + $"{SpeedWorks.BatchSize / seconds[threads - 1],10:N0} samples/s {speed / 1e9,7:F1} GFLOP/s "
                    + $"= {speed / peak / threads:P1} of the peak of its cores{gain}");
            }
        }

        static Action Step<TNetwork>(int threads, Optimizer optimizer)
            where TNetwork : class, INetwork<TNetwork>
        {
            TrainingStep<TNetwork> step = new(TNetwork.Create(SpeedWorks.Seed), SpeedWorks.BatchSize, threads);
            return () => step.Step(SpeedWorks.Inputs, SpeedWorks.Labels, optimizer);
        }
    }
}
