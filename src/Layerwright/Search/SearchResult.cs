using System.Globalization;

namespace Layerwright;

/// <summary>All trials of a search, and which was best.</summary>
public sealed class SearchResult
{
    private const int Shown = 10;

    private readonly bool _maximize;

    internal SearchResult(IReadOnlyList<TrialResult> trials, TrialResult best, IReadOnlyList<string> warnings, bool maximize)
    {
        Trials = trials;
        Best = best;
        Warnings = warnings;
        _maximize = maximize;
    }

    /// <summary>Every trial, in the order of their numbers.</summary>
    public IReadOnlyList<TrialResult> Trials { get; }

    /// <summary>The best trial of the last round.</summary>
    public TrialResult Best { get; }

    /// <summary>What to look at, each with its id: LW7016 where the best value lies at an end of its range.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The best trials of the last round and the warnings, a line each.</summary>
    public override string ToString() => string.Join(
        '\n',
        Ranked(Trials.Where(trial => trial.Round == Best.Round), _maximize).Take(Shown).Select(trial => trial.ToString()).Concat(Warnings));

    /// <summary>Best first; what diverged or was stopped behind the others.</summary>
    internal static IEnumerable<TrialResult> Ranked(IEnumerable<TrialResult> trials, bool maximize) => trials
        .OrderBy(trial => double.IsNaN(trial.Objective))
        .ThenBy(trial => trial.IsStopped)
        .ThenBy(trial => maximize ? -trial.Objective : trial.Objective)
        .ThenBy(trial => trial.Number);

    /// <summary>Says which of the best trial's values lie at an end of the range that was given.</summary>
    internal static IEnumerable<string> BorderWarnings(SearchSpace space, TrialResult best) => space.Ranges
        .Select(range => (range.Key, Border: range.Value.BorderNear(best.Dealt[range.Key])))
        .Where(pair => pair.Border is not null)
        .Select(pair => string.Create(
            CultureInfo.InvariantCulture,
            $"LW7016: the best {pair.Key}, {best.Values[pair.Key]}, lies at the end of its range ({pair.Border}): a better one may lie beyond; widen the range"));
}
