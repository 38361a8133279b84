using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>What the first steps cost a fresh process: compiling the kernels they use. Must run before anything else.</summary>
internal static class StartupFigures
{
    public static void Print()
    {
        float[] inputs = new float[128 * 784];
        int[] labels = new int[128];
        Sgd optimizer = new(1e-4f) { Momentum = 0.9f };

        long start = Stopwatch.GetTimestamp();
        TrainingStep<DigitNet> step = new DigitNet(1).CreateTrainingStep(128, threads: 1);
        Console.WriteLine($"Made a 784-512-256-10 network and its training step in {Elapsed(ref start)}.");
        step.Step(inputs, labels, optimizer);
        TimeSpan compiling = JitInfo();
        Console.WriteLine($"First step in {Elapsed(ref start)}, {compiling.TotalMilliseconds:F0} ms of compiling so far.");
        step.Step(inputs, labels, optimizer);
        Console.WriteLine($"Second step in {Elapsed(ref start)}.");
    }

    private static TimeSpan JitInfo() => System.Runtime.JitInfo.GetCompilationTime();

    private static string Elapsed(ref long start)
    {
        string elapsed = $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms";
        start = Stopwatch.GetTimestamp();
        return elapsed;
    }
}
