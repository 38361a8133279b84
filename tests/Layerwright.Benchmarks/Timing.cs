using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>Minima of many repeats, taken in turns, so that a busy machine disturbs all candidates alike.</summary>
internal static class Timing
{
    /// <summary>Runs so short that the clock's grain would show are timed several at once.</summary>
    private const double ShortestTimed = 20e-6;

    /// <summary>Seconds of the quickest run of each action.</summary>
    public static double[] Minima(TimeSpan duration, params Action[] actions)
    {
        double[] minima = [.. actions.Select(_ => double.PositiveInfinity)];
        int[] repeats = [.. actions.Select(CountRepeats)];
        long end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            for (int i = 0; i < actions.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                for (int repeat = 0; repeat < repeats[i]; repeat++)
                {
                    actions[i]();
                }

                minima[i] = Math.Min(minima[i], Stopwatch.GetElapsedTime(start).TotalSeconds / repeats[i]);
            }
        }

        return minima;
    }

    /// <summary>Warms up and finds how many runs take long enough.</summary>
    private static int CountRepeats(Action action)
    {
        action();
        double quickest = double.PositiveInfinity;
        for (int i = 0; i < 100; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return quickest >= ShortestTimed ? 1 : (int)Math.Ceiling(ShortestTimed / Math.Max(quickest, 20e-9));
    }
}
