using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>Minima of many repeats, taken in turns, so that a busy machine disturbs all candidates alike.</summary>
internal static class Timing
{
    /// <summary>Seconds of the quickest run of each action.</summary>
    public static double[] Minima(TimeSpan duration, params Action[] actions)
    {
        double[] minima = [.. actions.Select(_ => double.PositiveInfinity)];
        foreach (Action action in actions)
        {
            action();
        }

        long end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            for (int i = 0; i < actions.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                actions[i]();
                minima[i] = Math.Min(minima[i], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return minima;
    }
}
