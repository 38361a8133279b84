using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>What was checked before the fit.</summary>
internal static class SanitySection
{
    public static XElement? Draw(ReportContent content)
    {
        LearningRateReport? rates = content.LearningRates ?? content.Sanity?.LearningRates;
        return Section.Of(
            "sanity", "Sanity checks", null,
            content.Sanity is { } sanity ? DrawVerdicts(sanity) : null,
            Section.Grid(rates is null ? null : DrawRates(rates)));
    }

    private static XElement DrawVerdicts(SanityReport report) => Table.Of(
        "Sanity checks", ["Check", "Verdict", "What was seen"],
        report.Results.Select(result => (IReadOnlyList<object>)[result.Title, DrawVerdict(result.Verdict), Seen(result)]),
        numbersFrom: 3);

    private static string Seen(SanityResult result) =>
        result.Finding is { } finding ? $"{result.Message}. {finding.Advice} ({finding.Id})." : result.Message + ".";

    private static XElement DrawVerdict(SanityVerdict verdict) => verdict switch
    {
        SanityVerdict.Passed => Tag.Classed("span", "verdict passed", "passed"),
        SanityVerdict.Note => Tag.Classed("span", "verdict note", "note"),
        SanityVerdict.Failed => Tag.Classed("span", "verdict warning", "failed"),
        _ => Tag.Of("span", "skipped"),
    };

    private static XElement? DrawRates(LearningRateReport report)
    {
        Point[] last = [.. report.Trials.Select(trial => new Point(trial.LearningRate, trial.LastLoss))];
        double[] losses = [.. last.Select(point => point.Y).Where(double.IsFinite)];
        if (losses.Length == 0)
        {
            return null;
        }

        // A rate that explodes would press all others to the floor.
        double first = report.Trials[0].FirstLoss, most = 2 * Math.Max(first, losses.Min());
        Series[] series =
        [
            new("first loss", [new(last[0].X, first), new(last[^1].X, first)], Ink.Reference),
            new("last loss", last, Ink.Training),
        ];
        return new LineChart(
            "rates", "Learning rates", $"{report.Summary}.", Axis.Logarithmic(last.Select(point => point.X)),
            Axis.Linear([0, first, .. losses.Where(loss => loss <= most)]), series)
        {
            XTitle = "learning rate",
            Span = Usable(report),
            Note = $"The loss after {Figures.Count(report.Steps)} updates with each rate; shaded: {report.Summary}.",
            Table = Table.Folded(
                "Learning rates", ["Rate", "First loss", "Last loss", "Verdict"],
                report.Trials.Select(trial => (IReadOnlyList<object>)
                    [Figures.Short(trial.LearningRate), Figures.Short(trial.FirstLoss), Figures.Short(trial.LastLoss), Word(trial.Verdict)])),
        }.Draw();
    }

    /// <summary>The usable rates; one alone with half the way to its neighbours, so that it is seen.</summary>
    private static (double Low, double High)? Usable(LearningRateReport report)
    {
        if (report is not { Lowest: { } lowest, Highest: { } highest })
        {
            return null;
        }

        double half = Math.Pow((double)report.Trials[^1].LearningRate / report.Trials[0].LearningRate, 0.5 / (report.Trials.Count - 1));
        return lowest < highest ? (lowest, highest) : (lowest / half, highest * half);
    }

    private static string Word(RateVerdict verdict) => verdict switch
    {
        RateVerdict.TooLow => "too low",
        RateVerdict.Usable => "usable",
        RateVerdict.Best => "best",
        RateVerdict.TooHigh => "too high",
        _ => "diverged",
    };
}
