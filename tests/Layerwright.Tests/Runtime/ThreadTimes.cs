using System.Globalization;

namespace Layerwright.Tests.Runtime;

/// <summary>Processor time of the team's threads, from Linux's /proc.</summary>
internal static class ThreadTimes
{
    // The kernel keeps 15 characters of "Layerwright worker 1".
    private const string Name = "Layerwright wor";

    // A tick of /proc is 10 ms on every Linux that .NET runs on.
    private const double MillisecondsPerTick = 10;

    /// <summary>Milliseconds that each worker has run, by its thread's number.</summary>
    public static Dictionary<string, double> OfWorkers() => Directory.GetDirectories("/proc/self/task")
        .Select(thread => (Number: Path.GetFileName(thread), Stat: File.ReadAllText(Path.Combine(thread, "stat"))))
        .Where(thread => thread.Stat.Contains($"({Name})", StringComparison.Ordinal))
        .ToDictionary(thread => thread.Number, thread => Milliseconds(thread.Stat));

    private static double Milliseconds(string stat)
    {
        // Behind the name stand the state and, as eleventh and twelfth from there, ticks in user and in kernel mode.
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return MillisecondsPerTick * (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture));
    }
}
