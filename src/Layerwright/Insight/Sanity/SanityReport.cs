using System.Diagnostics;

namespace Layerwright;

/// <summary>The verdicts of a <see cref="SanityCheck"/>; <see cref="ToString"/> prints them.</summary>
[DebuggerDisplay("{Network,nq}: {Results.Count} checks, {Findings.Count} findings")]
public sealed class SanityReport
{
    internal SanityReport(string network, IReadOnlyList<SanityResult> results)
    {
        Network = network;
        Results = results;
    }

    /// <summary>The network's name.</summary>
    public string Network { get; }

    /// <summary>A verdict for each check that was asked for, in the order of the lecture.</summary>
    public IReadOnlyList<SanityResult> Results { get; }

    /// <summary>True where no check failed; notes and skipped checks do not count.</summary>
    public bool Passed => Results.All(result => result.Verdict != SanityVerdict.Failed);

    /// <summary>What was found wrong, with the rules: LW7001 to LW7004, and LW7016 of the learning rates.</summary>
    public IReadOnlyList<Finding> Findings => [.. Results.Select(result => result.Finding).OfType<Finding>()];

    /// <summary>The gradients in full; null where they were not checked.</summary>
    public GradientReport? Gradients { get; internal init; }

    /// <summary>The learning rates in full; null where they were not tried.</summary>
    public LearningRateReport? LearningRates { get; internal init; }

    /// <summary>The result of a check.</summary>
    /// <param name="check">One of the checks that were asked for.</param>
    /// <exception cref="KeyNotFoundException">It was not asked for.</exception>
    public SanityResult this[SanityChecks check] => Results.FirstOrDefault(result => result.Check == check)
        ?? throw new KeyNotFoundException($"{check} was not checked; there are {string.Join(", ", Results.Select(result => result.Check))}.");

    /// <summary>A line for each check, then the tables of gradients and learning rates.</summary>
    public override string ToString()
    {
        int failed = Count(SanityVerdict.Failed);
        (SanityVerdict Verdict, string Word)[] others = [(SanityVerdict.Note, "with a note"), (SanityVerdict.Skipped, "skipped")];
        string[] rest = [.. others.Select(other => (other.Word, Count: Count(other.Verdict))).Where(other => other.Count > 0).Select(other => $", {other.Count} {other.Word}")];
        string head = failed > 0 ? $"{Network}: {failed} of {Results.Count} checks failed{string.Concat(rest)}"
            : rest.Length == 0 ? $"{Network}: every check passed"
            : $"{Network}: no check failed, {Count(SanityVerdict.Passed)} of {Results.Count} passed{string.Concat(rest)}";
        string[] tables = [.. new object?[] { Gradients, LearningRates }.OfType<object>().Select(table => $"\n{table}")];
        return string.Join('\n', [head, .. Results.Select(result => result.ToString()), .. tables]);
    }

    private int Count(SanityVerdict verdict) => Results.Count(result => result.Verdict == verdict);
}
