using System.Diagnostics;
using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright.Benchmarks;

/// <summary>
/// Training steps on one thread and on two, tiny ones and long ones, on a machine that is free and while other processes hold one core
/// or both. Mean times, in turns: what a busy machine does to a step is part of the question. And how soon a worker is there.
/// </summary>
internal static class ThreadFigures
{
    private const int Rounds = 12, MostBusy = 2;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(60);

    private static readonly (string Name, Func<int, Action> Create)[] Works =
    [
        .. new[] { 16, 128, 512, 1024 }.Select(rows => ($"8-32-32-2, batch {rows}", Tiny(rows))),
        .. new[] { 1, 2, 8, 32 }.Select(rows => ($"784-128-10, batch {rows}", Labelled<ClassifierNet>(rows))),
        .. new[] { 1, 8, 128 }.Select(rows => ($"784-512-256-10, batch {rows}", Labelled<DigitNet>(rows))),
        .. new[] { 1, 8, 128 }.Select(rows => ($"LeNet-5, batch {rows}", Labelled<LeNet>(rows))),
        .. new[] { 2, 32 }.Select(rows => ($"small ResNet, batch {rows}", Labelled<SmallResNet>(rows))),
    ];

    public static void Print()
    {
        PrintWaking();
        for (int busy = 0; busy <= MostBusy; busy++)
        {
            Process[] others = [.. Enumerable.Range(0, busy).Select(_ => StartBusyProcess())];
            try
            {
                Console.WriteLine($"{busy} busy process(es) beside          1 thread     2 threads   2 against 1");
                foreach ((string name, Func<int, Action> create) in Works)
                {
                    PrintRatio(name, create);
                }
            }
            finally
            {
                Array.ForEach(others, process => process.Kill());
            }
        }
    }

    /// <summary>What a busy process does: no more than hold a core.</summary>
    public static void Spin()
    {
        while (true)
        {
            Thread.SpinWait(1000);
        }
    }

    private static void PrintRatio(string name, Func<int, Action> create)
    {
        TimedWork one = new(create(1)), two = new(create(2));
        double[] seconds = [0, 0];
        for (int round = 0; round < Rounds; round++)
        {
            seconds[0] += one.Mean(Turn) / Rounds;
            seconds[1] += two.Mean(Turn) / Rounds;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-29} {seconds[0] * 1e6,12:F1} µs {seconds[1] * 1e6,10:F1} µs   {seconds[1] / seconds[0]:F2} ×"));
    }

    /// <summary>From the call to a worker's first instruction: of a team that is still awake, and of one that has parked.</summary>
    private static void PrintWaking()
    {
        const int rounds = 200;
        WakingJob job = new();
        WorkerTeam.Prepare(2);
        double awake = Median(TimeSpan.Zero), parked = Median(TimeSpan.FromMilliseconds(2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A worker begins {awake:F1} µs after the call; {parked:F1} µs where it was parked (medians)."));

        double Median(TimeSpan pause)
        {
            double[] times = new double[rounds];
            for (int i = 0; i < rounds; i++)
            {
                Thread.Sleep(pause);
                WorkerTeam.Forget();
                times[i] = job.Measure();
            }

            Array.Sort(times);
            return times[rounds / 2];
        }
    }

    private static Func<int, Action> Tiny(int rows) => threads =>
    {
        TrainingStep<TinyNet> step = new(new TinyNet(SpeedWorks.Seed), rows, threads);
        float[] inputs = SpeedWorks.Inputs[..(rows * 8)], targets = SpeedWorks.Inputs[..(rows * 2)];
        return () => step.Step(inputs, targets, SpeedWorks.Momentum);
    };

    private static Func<int, Action> Labelled<TNetwork>(int rows)
        where TNetwork : class, INetwork<TNetwork> => threads =>
    {
        TrainingStep<TNetwork> step = new(TNetwork.Create(SpeedWorks.Seed), rows, threads);
        float[] inputs = SpeedWorks.Inputs[..(rows * 784)];
        int[] labels = SpeedWorks.Labels[..rows];
        return () => step.Step(inputs, labels, SpeedWorks.Momentum);
    };

    private static Process StartBusyProcess() =>
        Process.Start(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [Environment.GetCommandLineArgs()[0], "spin"]
            : ["spin"]);

    /// <summary>Two pieces that wait for each other; the worker's says when it began.</summary>
    private sealed class WakingJob : IJob
    {
        private long _begun;
        private int _arrived;

        public double Measure()
        {
            _arrived = 0;
            long start = Stopwatch.GetTimestamp();
            WorkerTeam.Run(this, 2, 2);
            return Stopwatch.GetElapsedTime(start, _begun).TotalMicroseconds;
        }

        public void Execute(int index, int worker)
        {
            if (worker != 0)
            {
                _begun = Stopwatch.GetTimestamp();
            }

            Interlocked.Increment(ref _arrived);
            while (Volatile.Read(ref _arrived) < 2)
            {
                Thread.SpinWait(1);
            }
        }
    }
}
