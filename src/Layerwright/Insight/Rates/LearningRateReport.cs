using System.Diagnostics;
using System.Globalization;

namespace Layerwright;

/// <summary>What a <see cref="LearningRateSweep"/> found; <see cref="ToString"/> is a table.</summary>
[DebuggerDisplay("{Summary,nq}")]
public sealed class LearningRateReport
{
    /// <summary>A loss that falls less than by this share is taken to stand still.</summary>
    private const double Standing = 0.01;

    /// <summary>Of the deepest fall: below it a loss hardly changes, as the lecture has it of a rate too low.</summary>
    private const double Barely = 0.2;

    /// <summary>Of the deepest fall: what a rate above the best may end short of it, since in a longer training that grows.</summary>
    private const double Shortfall = 0.05;

    private readonly int _best;

    internal LearningRateReport(Optimizer optimizer, int steps, double first, IReadOnlyList<float> rates, IReadOnlyList<double> last)
    {
        Optimizer = optimizer;
        Steps = steps;
        double[] falls = [.. last.Select(loss => double.IsFinite(loss) ? first - loss : double.NegativeInfinity)];
        double deepest = falls.Max();
        bool isFound = deepest > Standing * Math.Abs(first);
        _best = BestOf(falls);
        int lowest = _best, highest = _best;
        if (isFound)
        {
            lowest -= falls[.._best].Reverse().TakeWhile(fall => fall >= Barely * deepest).Count();
            highest += falls[(_best + 1)..].TakeWhile(fall => fall >= (1 - Shortfall) * deepest).Count();
            (Lowest, Best, Highest) = (rates[lowest], rates[_best], rates[highest]);
        }

        Trials = [.. rates.Select((rate, i) => new RateTrial(rate, first, last[i], VerdictOf(i)))];

        RateVerdict VerdictOf(int i) =>
            !double.IsFinite(last[i]) ? RateVerdict.Diverged
            : !isFound ? falls[i] < 0 ? RateVerdict.TooHigh : RateVerdict.TooLow
            : i < lowest ? RateVerdict.TooLow
            : i > highest ? RateVerdict.TooHigh
            : i == _best ? RateVerdict.Best
            : RateVerdict.Usable;
    }

    /// <summary>Every rate, from the lowest.</summary>
    public IReadOnlyList<RateTrial> Trials { get; }

    /// <summary>How gradients changed weights; its rate is not one of the sweep's.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Updates made with each rate.</summary>
    public int Steps { get; }

    /// <summary>
    /// The rate with the lowest loss at the end, of those whose next higher one brought the loss down too: at the edge of divergence a
    /// few good steps promise nothing. Null where no rate brought the loss down by 1 %.
    /// </summary>
    public float? Best { get; }

    /// <summary>Where the usable range begins: from here to <see cref="Best"/> the loss fell at least 20 % as far as it did at most.</summary>
    public float? Lowest { get; }

    /// <summary>Where the usable range ends: from <see cref="Best"/> to here the loss fell at least 95 % as far as it did at most.</summary>
    public float? Highest { get; }

    /// <summary>LW7016 where the best rate is the lowest or the highest that was tried.</summary>
    public IReadOnlyList<Finding> Findings => Best is { } best && (_best == 0 || _best == Trials.Count - 1)
        ?
        [
            new(
                "LW7016", "Best at the border", FindingSeverity.Warning,
                $"the best rate, {Text(best)}, is the {(_best == 0 ? "lowest" : "highest")} of the sweep",
                $"Try {(_best == 0 ? "lower" : "higher")} ones: a better one may lie beyond", "LW5001"),
        ]
        : [];

    /// <summary>One line: the usable range and the best rate, or that there is none.</summary>
    public string Summary => Best is { } best
        ? $"usable from {Text(Lowest!.Value)} to {Text(Highest!.Value)}, best {Text(best)}"
        : $"no rate from {Text(Trials[0].LearningRate)} to {Text(Trials[^1].LearningRate)} brought the loss down in {Steps} steps";

    /// <summary>A table with a line for each rate, the summary and the findings.</summary>
    public override string ToString()
    {
        string[] heads = ["rate", "first loss", "last loss", "verdict"];
        string table = TextTable.Write(
            heads,
            Trials.Select(string[] (trial) => [Text(trial.LearningRate), Loss(trial.FirstLoss), Loss(trial.LastLoss), Word(trial.Verdict)]),
            wordsAtEnd: true);
        return $"{table}{Optimizer.GetType().Name}, {Steps} steps each: {Summary}.{string.Concat(Findings.Select(finding => $"\n{finding}"))}";
    }

    /// <summary>The deepest fall that is not followed by a rise or divergence; of none such, the deepest.</summary>
    private static int BestOf(double[] falls)
    {
        int[] safe = [.. Enumerable.Range(0, falls.Length).Where(i => i == falls.Length - 1 || falls[i + 1] > 0)];
        int deepest = Array.IndexOf(falls, falls.Max()), best = safe.Length == 0 ? deepest : safe.MaxBy(i => falls[i]);
        return falls[best] < Barely * falls[deepest] ? deepest : best;
    }

    /// <summary>Two digits: neighbouring rates of a sweep differ in the first.</summary>
    private static string Text(float rate) => rate.ToString("0.0e-0", CultureInfo.InvariantCulture);

    private static string Loss(double loss) => double.IsFinite(loss) ? loss.ToString("g4", CultureInfo.InvariantCulture) : "–";

    private static string Word(RateVerdict verdict) => verdict switch
    {
        RateVerdict.TooLow => "too low",
        RateVerdict.Usable => "usable",
        RateVerdict.Best => "best",
        RateVerdict.TooHigh => "too high",
        _ => "diverged",
    };
}
