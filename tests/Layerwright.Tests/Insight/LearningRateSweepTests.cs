using Layerwright.Tests.Insight.Runs;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight;

public class LearningRateSweepTests
{
    private static readonly LearningRateSweepOptions s_sgd = new() { Optimizer = new Sgd(), Lowest = 1e-5f, Highest = 100f, Count = 15, Steps = 40, BatchSize = 32, Threads = 1 };

    [Fact]
    public void Rates_are_evenly_spaced_on_a_logarithmic_scale_ends_included()
    {
        LearningRateReport report = LearningRateSweep.Run(seed => new LinearNet(seed), Samples.Linear(100), new() { Lowest = 1e-4f, Highest = 1e-1f, Count = 7, Steps = 2 });

        Assert.Equal(1e-4f, report.Trials[0].LearningRate);
        Assert.Equal(1e-1f, report.Trials[^1].LearningRate);
        Assert.All(report.Trials.Zip(report.Trials.Skip(1)), pair => Assert.Equal(Math.Sqrt(10), pair.Second.LearningRate / pair.First.LearningRate, 1e-4));
    }

    /// <summary>Least squares: gradient descent converges for rates below 2 / λ, with λ the largest eigenvalue of the Hessian.</summary>
    [Fact]
    public void The_range_of_a_known_problem_is_found()
    {
        LearningRateReport report = LearningRateSweep.Run(seed => new ZeroNet(seed), Samples.Linear(256), s_sgd with { BatchSize = 256 });

        // The mean over two outputs: the Hessian of one is that of [x, 1] with itself; E[x²] is 1/12, E[1] is 1.
        const double Largest = 2.0;
        Assert.All(report.Trials.Where(trial => trial.LearningRate > Largest * 1.2), trial => Assert.True(trial.Verdict is RateVerdict.TooHigh or RateVerdict.Diverged, report.ToString()));
        Assert.InRange(report.Best!.Value, 0.2f, 2f);
        Assert.True(report.Lowest <= report.Best && report.Best <= report.Highest);
        Assert.Equal(RateVerdict.TooLow, report.Trials[0].Verdict);
        Assert.Equal(RateVerdict.Best, report.Trials.Single(trial => trial.LearningRate == report.Best).Verdict);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Usable_rates_are_one_range_around_the_best()
    {
        LearningRateReport report = LearningRateSweep.Run(seed => new SpiralNet(seed), Samples.Spiral(300), new() { Threads = 1 });

        RateVerdict[] verdicts = [.. report.Trials.Select(trial => trial.Verdict)];
        int first = Array.FindIndex(verdicts, IsUsable), last = Array.FindLastIndex(verdicts, IsUsable);
        Assert.All(verdicts[first..(last + 1)], verdict => Assert.True(IsUsable(verdict)));
        Assert.Equal((report.Lowest, report.Highest), (report.Trials[first].LearningRate, report.Trials[last].LearningRate));
        Assert.InRange(report.Best!.Value, 1e-3f, 0.4f);

        static bool IsUsable(RateVerdict verdict) => verdict is RateVerdict.Usable or RateVerdict.Best;
    }

    /// <summary>What a whole training says of this network: 3e-4 to 1e-2 do equally well, 0.1 and above clearly worse.</summary>
    [Fact]
    public void Rates_that_train_well_are_usable_and_bold_ones_are_not()
    {
        LearningRateReport report = LearningRateSweep.Run(
            seed => new NormalisedMlp(seed) { Normalizer = WatchedFit.PerChannel }, WatchedFit.Images.Train, new() { Optimizer = new Adam() });

        Assert.All(report.Trials.Where(trial => trial.LearningRate is > 2e-4f and < 1.1e-2f), trial => Assert.True(trial.Verdict is RateVerdict.Usable or RateVerdict.Best, report.ToString()));
        Assert.All(report.Trials.Where(trial => trial.LearningRate > 0.2f), trial => Assert.Equal(RateVerdict.TooHigh, trial.Verdict));
        Assert.All(report.Trials.Where(trial => trial.LearningRate < 2e-5f), trial => Assert.Equal(RateVerdict.TooLow, trial.Verdict));
    }

    [Fact]
    public void Verdicts_are_those_of_the_falls()
    {
        //                                  barely    well  deepest  near  clearly above  risen  diverged
        LearningRateReport report = Report(1, 0.85, 0.75, 0.4, 0.2, 0.23, 0.3, 1.5, double.NaN);

        Assert.Equal(
            [RateVerdict.TooLow, RateVerdict.TooLow, RateVerdict.Usable, RateVerdict.Usable, RateVerdict.Best, RateVerdict.Usable, RateVerdict.TooHigh, RateVerdict.TooHigh, RateVerdict.Diverged],
            report.Trials.Select(trial => trial.Verdict));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.2)]
    public void The_best_rate_is_not_at_the_edge_of_divergence(double beyond)
    {
        LearningRateReport report = Report(1, 0.9, 0.5, 0.2, beyond, double.NaN);

        Assert.Equal(RateVerdict.Best, report.Trials[2].Verdict);
        Assert.Equal(RateVerdict.Usable, report.Trials[3].Verdict);
        Assert.Equal(report.Trials[2].LearningRate, report.Best);
        Assert.Equal(0.2, Report(1, 0.95, 0.2, beyond).Trials.Single(trial => trial.Verdict == RateVerdict.Best).LastLoss); // no other goes far enough
    }

    [Fact]
    public void A_best_rate_at_the_border_is_said()
    {
        LearningRateReport report = LearningRateSweep.Run(seed => new SpiralNet(seed), Samples.Spiral(300), s_sgd with { Highest = 1e-2f });

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal("LW7016", finding.Id);
        Assert.Contains("highest", finding.Message, StringComparison.Ordinal);
        Assert.Contains("LW7016", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_rate_helps_there_is_no_range()
    {
        LearningRateReport report = LearningRateSweep.Run(seed => new SpiralNet(seed), Samples.Spiral(300), s_sgd with { Lowest = 1e-9f, Highest = 1e-7f, Count = 3 });

        Assert.Null(report.Best);
        Assert.Null(report.Lowest);
        Assert.Null(report.Highest);
        Assert.Empty(report.Findings);
        Assert.Contains("no rate from 1.0e-9 to 1.0e-7", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Divergence_is_a_verdict_and_no_exception()
    {
        LearningRateReport report = LearningRateSweep.Run(seed => new LinearNet(seed), Samples.Linear(100), s_sgd with { Highest = 1e6f });

        Assert.Equal(RateVerdict.Diverged, report.Trials[^1].Verdict);
        Assert.True(double.IsNaN(report.Trials[^1].LastLoss));
        Assert.Contains("diverged", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_table()
    {
        string once = LearningRateSweep.Run(seed => new WideNet(seed), Samples.Spiral(200), new() { Seed = 3, Count = 3, Steps = 10, Threads = 1 }).ToString();

        Assert.Equal(once, LearningRateSweep.Run(seed => new WideNet(seed), Samples.Spiral(200), new() { Seed = 3, Count = 3, Steps = 10, Threads = 2 }).ToString());
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Dataset data = Samples.Spiral(100);
        var one = new SpiralNet(1);

        Assert.Throws<ArgumentException>(() => LearningRateSweep.Run(_ => one, data));
        Assert.Throws<ArgumentException>(() => LearningRateSweep.Run<SpiralNet>(_ => null!, data));
        Assert.Throws<ArgumentException>(() => LearningRateSweep.Run(seed => new SpiralNet(seed), data, new() { Lowest = 1, Highest = 1 }));
        Assert.Throws<ArgumentException>(() => LearningRateSweep.Run(seed => new LinearNet(seed), data));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateSweepOptions { Count = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateSweepOptions { Lowest = 0 });
    }

    /// <summary>What a first loss of 1 became with rates a decade apart.</summary>
    private static LearningRateReport Report(params double[] last) =>
        new(new Sgd(), 40, 1, [.. last.Select((_, i) => MathF.Pow(10, i - last.Length))], last);
}
