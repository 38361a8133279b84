using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>
/// Two threads where they cannot help: on a step too small to share, and while another process holds a core. Mean times, in turns:
/// what a busy machine does to a step is part of the question.
/// </summary>
internal static class ThreadFigures
{
    private const int Rounds = 20, TinyRows = 16;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    public static void Print()
    {
        PrintRatio("8-32-32-2 tanh, batch 16", Tiny);
        using Process busy = StartBusyProcess();
        PrintRatio("784-512-256-10, batch 128, beside a busy process", Digits);
        busy.Kill();
    }

    /// <summary>What the busy process does: no more than hold a core.</summary>
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

        Console.WriteLine(
            $"{name}: 1 thread {seconds[0] * 1e6:F1} µs, 2 threads {seconds[1] * 1e6:F1} µs = {seconds[1] / seconds[0]:F2} × (at most 1.1)");
    }

    private static Action Tiny(int threads)
    {
        TrainingStep<TinyNet> step = new(new TinyNet(SpeedWorks.Seed), TinyRows, threads);
        float[] inputs = SpeedWorks.Inputs[..(TinyRows * 8)], targets = SpeedWorks.Inputs[..(TinyRows * 2)];
        return () => step.Step(inputs, targets, SpeedWorks.Momentum);
    }

    private static Action Digits(int threads)
    {
        TrainingStep<DigitNet> step = new(new DigitNet(SpeedWorks.Seed), SpeedWorks.BatchSize, threads);
        return () => step.Step(SpeedWorks.Inputs, SpeedWorks.Labels, SpeedWorks.Momentum);
    }

    private static Process StartBusyProcess() =>
        Process.Start(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [Environment.GetCommandLineArgs()[0], "spin"]
            : ["spin"]);
}
