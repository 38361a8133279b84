namespace Layerwright;

/// <summary>What one check of a <see cref="SanityCheck"/> came to.</summary>
/// <param name="Check">The check.</param>
/// <param name="Title">The check in a few words: <c>Initial loss</c>.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Message">What was seen, with the figure and the bound; or why it was skipped.</param>
public sealed record SanityResult(SanityChecks Check, string Title, SanityVerdict Verdict, string Message)
{
    /// <summary>What is wrong, with its rule and what to try; null where nothing is, and for checks that have no rule.</summary>
    public Finding? Finding { get; init; }

    /// <summary>A result that a finding decides.</summary>
    internal static SanityResult Of(SanityChecks check, string title, Finding? finding, string healthy) => finding is null
        ? new(check, title, SanityVerdict.Passed, healthy)
        : new(check, title, finding.Severity == FindingSeverity.Warning ? SanityVerdict.Failed : SanityVerdict.Note, finding.Message) { Finding = finding };

    /// <summary>For example <c>pass  Initial loss: 2.36, expected 2.303</c>.</summary>
    public override string ToString()
    {
        string word = Verdict switch
        {
            SanityVerdict.Passed => "pass",
            SanityVerdict.Note => "note",
            SanityVerdict.Failed => "FAIL",
            _ => "skip",
        };
        string advice = Finding is null ? "" : $". {Finding.Advice} ({Finding.Id}{(Finding.StaticRule is { } rule ? $", see {rule}" : "")})";
        return $"{word}  {Title}: {Message}{advice}";
    }
}
