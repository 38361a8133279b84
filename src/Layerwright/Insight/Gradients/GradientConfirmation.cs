namespace Layerwright;

/// <summary>
/// Looks again at entries that seem off before that is said, and at parameters of which nothing could be told. Where many small kinks lie within a step, differences may seem to
/// converge to something that is not the slope; elsewhere, or with fewer of them, they do not do so again.
/// </summary>
internal static class GradientConfirmation
{
    private const int MostAttempts = 6, Enough = 2;

    /// <summary>The report with suspects, and parameters not told, judged by what two of at most three other estimates say.</summary>
    /// <param name="report">A first comparison.</param>
    /// <param name="again">The attempt's number and places of each parameter to a comparison under other conditions.</param>
    public static GradientReport ByOthers(GradientReport report, Func<int, int[][], GradientReport> again)
    {
        var told = report.Parameters
            .Select(parameter => Entries(parameter).Where(entry => IsAskedAgain(parameter, entry)).ToDictionary(entry => entry.Index, _ => new List<GradientEntry>()))
            .ToArray();
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            int[][] places = [.. told.Select(suspects => suspects.Where(pair => !IsSettled(pair.Value)).Select(pair => pair.Key).ToArray())];
            if (places.All(place => place.Length == 0))
            {
                break;
            }

            foreach (var (suspects, parameter) in told.Zip(again(attempt, places).Parameters))
            {
                foreach (GradientEntry entry in Entries(parameter).Where(entry => entry.State == GradientEntryState.Compared))
                {
                    suspects[entry.Index].Add(entry);
                }
            }
        }

        // A suspect that could not be told again lay at kinks the first time.
        return Judged(report, IsAskedAgain, (parameter, entry) => told[parameter][entry.Index] is { Count: >= Enough } others
            ? others.OrderBy(other => other.Verdict).ElementAt((others.Count - 1) / 2)
            : IsSuspect(entry) ? entry with { State = GradientEntryState.AtKink }
            : entry);
    }

    /// <summary>The report with its suspects judged by smaller steps, where those are not hidden by noise.</summary>
    /// <param name="report">A first comparison.</param>
    /// <param name="again">Places of each parameter to a comparison at smaller steps.</param>
    public static GradientReport BySmallerSteps(GradientReport report, Func<int[][], GradientReport> again)
    {
        int[][] places = [.. report.Parameters.Select(parameter => Entries(parameter).Where(IsSuspect).Select(entry => entry.Index).ToArray())];
        if (places.All(place => place.Length == 0))
        {
            return report;
        }

        GradientReport others = again(places);
        return Judged(report, (_, entry) => IsSuspect(entry), (parameter, entry) => Entries(others.Parameters[parameter]).Single(other => other.Index == entry.Index) switch
        {
            { State: GradientEntryState.BelowNoise } => entry,
            { } other when IsSuspect(other) => entry,
            { } other => other,
        });
    }

    private static GradientReport Judged(
        GradientReport report, Func<ParameterGradient, GradientEntry, bool> isAsked, Func<int, GradientEntry, GradientEntry> judge)
    {
        return new(report.Loss, report.Noise, [.. report.Parameters.Select((parameter, i) => parameter with
        {
            Entries = [.. parameter.Entries.Select(entry => Of(parameter, i, entry))],
            Along = parameter.Along is { } along ? Of(parameter, i, along) : null,
        })]);

        GradientEntry Of(ParameterGradient parameter, int number, GradientEntry entry) => isAsked(parameter, entry) ? judge(number, entry) : entry;
    }

    private static IEnumerable<GradientEntry> Entries(ParameterGradient parameter) => parameter.Entries.Append(parameter.Along).OfType<GradientEntry>();

    private static bool IsSuspect(GradientEntry entry) => entry.Verdict is GradientVerdict.Wrong or GradientVerdict.Suspicious;

    /// <summary>Suspects, and every entry of a parameter of which nothing could be told.</summary>
    private static bool IsAskedAgain(ParameterGradient parameter, GradientEntry entry) => IsSuspect(entry) || parameter.Verdict == GradientVerdict.Unchecked;

    /// <summary>Two that say the same, or three.</summary>
    private static bool IsSettled(List<GradientEntry> others) =>
        others.Count > Enough || (others.Count == Enough && others[0].Verdict == others[1].Verdict);
}
