using System.Diagnostics;

namespace Layerwright;

/// <summary>All trials of a search, and which was best.</summary>
[DebuggerDisplay("{Trials.Count} trials, best {Best}")]
public sealed class SearchResult
{
    private const int Shown = 10;

    private readonly bool _maximize;

    internal SearchResult(IReadOnlyList<TrialResult> trials, TrialResult best, IReadOnlyList<Finding> findings, bool maximize)
    {
        Trials = trials;
        Best = best;
        Findings = findings;
        Warnings = [.. findings.Select(finding => $"{finding.Id}: {finding.Message}. {finding.Advice}")];
        _maximize = maximize;
    }

    /// <summary>Every trial, in the order of their numbers.</summary>
    public IReadOnlyList<TrialResult> Trials { get; }

    /// <summary>
    /// The best of the trials that had as many epochs as the last round's; of an earlier round where those all diverged, and a trial with
    /// <see cref="TrialResult.IsDiverged"/> where every trial of the search did.
    /// </summary>
    public TrialResult Best { get; }

    /// <summary>What to look at: LW7016 where the best value lies within 5 % of an end of its range; none where every trial diverged.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The findings, a line each, with their ids.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The best trials with as many epochs as the best, and the warnings, a line each; a line before them where every trial diverged.</summary>
    public override string ToString() => string.Join(
        '\n',
        [
            .. Best.IsDiverged ? ["every trial diverged: none is best; try lower learning rates"] : Array.Empty<string>(),
            .. Ranked(Trials.Where(trial => trial.Epochs == Best.Epochs), _maximize).Take(Shown).Select(trial => trial.ToString()),
            .. Warnings,
        ]);

    /// <summary>Best first; what diverged or was stopped behind the others.</summary>
    internal static IEnumerable<TrialResult> Ranked(IEnumerable<TrialResult> trials, bool maximize) => trials
        .OrderBy(trial => trial.IsDiverged)
        .ThenBy(trial => trial.IsStopped)
        .ThenBy(trial => maximize ? -trial.Objective : trial.Objective)
        .ThenBy(trial => trial.Number);
}
