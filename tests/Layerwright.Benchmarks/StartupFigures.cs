namespace Layerwright.Benchmarks;

/// <summary>
/// What the first steps cost a fresh process, most of it compiling: processor time, which other processes do not disturb.
/// Must run before anything else.
/// </summary>
internal static class StartupFigures
{
    public static void Print()
    {
        float[] inputs = new float[128 * 784];
        int[] labels = new int[128];
        Sgd optimizer = new(1e-4f) { Momentum = 0.9f };

        TimeSpan start = Environment.CpuUsage.TotalTime;
        TrainingStep<DigitNet> step = new DigitNet(1).CreateTrainingStep(128, threads: 1);
        Console.WriteLine($"Making a 784-512-256-10 network and its training step took {Since(ref start)} of processor time,");
        step.Step(inputs, labels, optimizer);
        Console.WriteLine($"its first step {Since(ref start)},");
        step.Step(inputs, labels, optimizer);
        Console.WriteLine($"its second {Since(ref start)}.");
    }

    private static string Since(ref TimeSpan start)
    {
        TimeSpan now = Environment.CpuUsage.TotalTime;
        string elapsed = $"{(now - start).TotalMilliseconds:F1} ms";
        start = now;
        return elapsed;
    }
}
