namespace Layerwright.Benchmarks;

/// <summary>Minima of many repeats, taken in turns, so that a busy machine disturbs all candidates alike.</summary>
internal static class Timing
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Seconds of the quickest run of each action.</summary>
    public static double[] Minima(TimeSpan duration, params Action[] actions)
    {
        Func<TimeSpan, double>[] works = [.. actions.Select(action => (Func<TimeSpan, double>)new TimedWork(action).Quickest)];
        return Minima(Math.Max(1, (int)(duration / Turn / actions.Length)), Turn, works);
    }

    /// <summary>Seconds of the quickest run of each work, in so many rounds of one turn each.</summary>
    public static double[] Minima(int rounds, TimeSpan turn, params Func<TimeSpan, double>[] works) => Minima(rounds, turn, Pause, works);

    /// <summary>The same with another pause: threads of the work before, ours or another process's, spin for a while before they sleep.</summary>
    public static double[] Minima(int rounds, TimeSpan turn, TimeSpan pause, Func<TimeSpan, double>[] works)
    {
        double[] minima = [.. works.Select(_ => double.PositiveInfinity)];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                Thread.Sleep(pause);
                minima[i] = Math.Min(minima[i], works[i](turn));
            }
        }

        return minima;
    }
}
