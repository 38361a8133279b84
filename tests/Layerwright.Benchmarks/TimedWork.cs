using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>An action that is timed for a while at a time. Runs so short that the clock's grain would show are timed several at once.</summary>
internal sealed class TimedWork
{
    private const double ShortestTimed = 20e-6;
    private const int WarmingRuns = 100, FewestWarmingRuns = 3;
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(0.3);

    private readonly Action _action;
    private readonly int _repeats;

    /// <summary>Warms up and finds how many runs take long enough.</summary>
    public TimedWork(Action action)
    {
        _action = action;
        double quickest = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < WarmingRuns && (i < FewestWarmingRuns || Stopwatch.GetElapsedTime(start) < LongestWarming); i++)
        {
            quickest = Math.Min(quickest, Time(1));
        }

        _repeats = quickest >= ShortestTimed ? 1 : (int)Math.Ceiling(ShortestTimed / Math.Max(quickest, 20e-9));
    }

    /// <summary>Seconds of the quickest run within a duration; of one, where it is longer.</summary>
    public double Quickest(TimeSpan duration)
    {
        double quickest = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        do
        {
            quickest = Math.Min(quickest, Time(_repeats) / _repeats);
        }
        while (Stopwatch.GetElapsedTime(start) < duration);

        return quickest;
    }

    /// <summary>Mean seconds of a run over a duration: what counts where a busy machine is part of the question.</summary>
    public double Mean(TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Time(_repeats);
            runs += _repeats;
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / runs;
    }

    private double Time(int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            _action();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
