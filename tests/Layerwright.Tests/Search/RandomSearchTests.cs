using System.Globalization;
using Layerwright.Tests.Training;

namespace Layerwright.Tests.Search;

public sealed class RandomSearchTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    private static SearchSpace Space { get; } = new()
    {
        ["rate"] = new LogUniform(1e-5, 1e-1),
        ["dropout"] = new Uniform(0.1, 0.9),
        ["layers"] = new IntRange(1, 6),
        ["kind"] = Choice.Of("tanh", "relu"),
    };

    public void Dispose() => File.Delete(_path);

    /// <summary>Smallest, 0, at rate 1e-3, dropout 0.5, 4 layers, relu.</summary>
    private static double Bowl(Trial trial) => Math.Pow(Math.Log10(trial["rate"]) + 3, 2)
        + Math.Pow(trial["dropout"] - 0.5, 2)
        + 0.1 * Math.Abs(trial.Integer("layers") - 4)
        + (trial.Choose<string>("kind") == "relu" ? 0 : 1);

    [Fact]
    public void Rounds_close_in_on_the_optimum()
    {
        var coarse = RandomSearch.Run(Space, 60, Bowl, new() { Seed = 1 });
        var fine = RandomSearch.Run(Space, 60, Bowl, new() { Seed = 1, Epochs = [1, 2, 4] });
        Assert.True(fine.Best.Objective < coarse.Best.Objective / 3, $"{fine.Best.Objective} after three rounds, {coarse.Best.Objective} after one");
        Assert.Equal("relu", fine.Best.Values["kind"]);
        Assert.Equal("4", fine.Best.Values["layers"]);
        Assert.Equal(2, fine.Best.Round);
        Assert.Equal(180, fine.Trials.Count);
        Assert.Equal(Enumerable.Range(0, 180), fine.Trials.Select(trial => trial.Number));
    }

    [Fact]
    public void Trials_know_their_rounds_epochs()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<(int Round, int Epochs)>();
        RandomSearch.Run(Space, 3, trial => { seen.Add((trial.Round, trial.Epochs)); return Bowl(trial); }, new() { Epochs = [1, 5] });
        Assert.Equal([(0, 1), (0, 1), (0, 1), (1, 5), (1, 5), (1, 5)], seen.Order());
    }

    [Fact]
    public void The_seed_decides_and_the_number_of_threads_does_not()
    {
        string Run(ulong seed, int parallelism) => string.Join('\n', RandomSearch.Run(
            Space, 20, Bowl, new() { Seed = seed, Parallelism = parallelism, Epochs = [1, 1] }).Trials);
        Assert.Equal(Run(1, 1), Run(1, 4));
        Assert.NotEqual(Run(1, 1), Run(2, 1));
    }

    [Fact]
    public void Values_are_dealt_evenly_over_their_ranges()
    {
        var trials = RandomSearch.Run(Space, 4000, Bowl, new() { Seed = 3 }).Trials;
        Assert.All(trials, trial => Assert.InRange(Number(trial, "rate"), 1e-5, 1e-1));
        Assert.InRange(trials.Count(trial => Number(trial, "rate") < 1e-3), 1850, 2150);
        Assert.InRange(trials.Count(trial => Number(trial, "dropout") < 0.5), 1850, 2150);
        Assert.All(Enumerable.Range(1, 6), layers => Assert.InRange(trials.Count(trial => trial.Values["layers"] == $"{layers}"), 560, 780));
        Assert.InRange(trials.Count(trial => trial.Values["kind"] == "relu"), 1850, 2150);
        Assert.Equal(4000, trials.Select(trial => trial.Seed).Distinct().Count());
    }

    [Fact]
    public void Trials_are_dealt_to_a_loop_of_ones_own_as_a_search_deals_them()
    {
        var tried = RandomSearch.Run(Space, 10, Bowl, new() { Seed = 7 }).Trials;
        var dealt = RandomSearch.Deal(Space, 10, seed: 7).ToList();
        Assert.Equal(tried.Select(trial => (trial.Number, trial.Seed, trial.Objective)), dealt.Select(trial => (trial.Number, trial.Seed, Bowl(trial))));
        dealt[0].Report(1, double.NaN);
        Assert.Throws<ArgumentException>("space", () => RandomSearch.Deal(new SearchSpace(), 1));
    }

    [Fact]
    public void The_largest_value_can_be_looked_for()
    {
        var result = RandomSearch.Run(Space, 30, trial => -Bowl(trial), new() { Seed = 1, Maximize = true });
        Assert.Equal(result.Trials.Max(trial => trial.Objective), result.Best.Objective);
    }

    [Fact]
    public void Which_end_the_best_value_lies_at_is_said_with_four_digits()
    {
        SearchResult result = RandomSearch.Run(new() { ["width"] = new IntRange(8, 512), ["decay"] = new Uniform(0.1, 0.7) }, 200, trial => trial["width"] + trial["decay"], new() { Seed = 1 });

        Assert.Matches(@"^LW7016: the best width, \d+, lies within 5 % of the lower end of its range, 8\. A better one may lie beyond: search below it too", Assert.Single(result.Warnings, text => text.Contains("width", StringComparison.Ordinal)));
        Assert.All(result.Warnings, warning => Assert.DoesNotMatch(@"\d\.\d{6}", warning));
    }

    [Fact]
    public void A_best_value_at_the_end_of_its_range_is_warned_about()
    {
        var space = new SearchSpace { ["rate"] = new LogUniform(1e-5, 1e-3), ["layers"] = new IntRange(1, 9), ["dropout"] = new Uniform(0, 1) };
        var result = RandomSearch.Run(
            space, 200, trial => -trial["rate"] + Math.Abs(trial["dropout"] - 0.5) * 1e-6 + trial.Integer("layers") * 1e-9, new() { Seed = 1, Epochs = [1, 1] });
        string warning = Assert.Single(result.Warnings, text => text.Contains("rate", StringComparison.Ordinal));
        Assert.StartsWith("LW7016: the best rate, 0.0009", warning);
        Assert.Contains(", lies within 5 % of the upper end of its range, 0.001. ", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Warnings, text => text.Contains("dropout", StringComparison.Ordinal));
        Assert.EndsWith(result.Warnings[^1], result.ToString(), StringComparison.Ordinal);
        Assert.All(result.Findings, finding => Assert.Equal(("LW7016", FindingSeverity.Warning), (finding.Id, finding.Severity)));
        Assert.Equal(result.Warnings.Count, result.Findings.Count);
    }

    [Fact]
    public void Divergence_counts_as_the_worst_and_other_exceptions_end_the_search()
    {
        var result = RandomSearch.Run(
            Space, 20, trial => trial["rate"] > 1e-3 ? throw new TrainingDivergedException(float.NaN, step: 2) : Bowl(trial), new() { Seed = 1 });
        Assert.Contains(result.Trials, trial => double.IsNaN(trial.Objective));
        Assert.True(Number(result.Best, "rate") <= 1e-3);

        var thrown = Assert.Throws<InvalidOperationException>(() => RandomSearch.Run(Space, 4, trial => trial["kind"]));
        Assert.Contains("Choose<T>(\"kind\")", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_goes_on_from_its_file_and_ends_as_if_it_had_never_stopped()
    {
        var options = new SearchOptions { Seed = 5, Epochs = [1, 2], LogPath = _path, Parallelism = 1 };
        string whole = RandomSearch.Run(Space, 8, Bowl, options with { LogPath = null }).ToString();

        int tried = 0;
        Assert.Throws<TimeoutException>(() => RandomSearch.Run(Space, 8, trial => ++tried > 11 ? throw new TimeoutException() : Bowl(trial), options));
        File.AppendAllText(_path, "11,1,12345,0.0"); // a line that was cut off

        int again = 0;
        string resumed = RandomSearch.Run(Space, 8, trial => { again++; return Bowl(trial); }, options).ToString();
        Assert.Equal(whole, resumed);
        Assert.Equal(16 - 11, again);
        Assert.Equal(17, File.ReadAllLines(_path).Length);

        RandomSearch.Run(Space, 8, _ => throw new TimeoutException(), options);
    }

    [Fact]
    public void The_file_of_another_search_is_refused_and_kept()
    {
        var options = new SearchOptions { Seed = 5, LogPath = _path };
        RandomSearch.Run(Space, 4, Bowl, options);
        string before = File.ReadAllText(_path);

        Assert.Contains("another seed", Assert.Throws<InvalidDataException>(() => RandomSearch.Run(Space, 4, Bowl, options with { Seed = 6 })).Message, StringComparison.Ordinal);
        var other = new SearchSpace { ["rate"] = new LogUniform(1e-5, 1e-1) };
        Assert.Contains("begins with", Assert.Throws<InvalidDataException>(() => RandomSearch.Run(other, 4, trial => trial["rate"], options)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_path));
    }

    [Fact]
    public void Hopeless_trials_are_ended()
    {
        int epochs = 0;
        var result = RandomSearch.Run(
            Space,
            40,
            trial =>
            {
                for (int epoch = 1; epoch <= trial.Epochs; epoch++)
                {
                    epochs++;
                    trial.Report(epoch, Bowl(trial) + 1.0 / epoch);
                }

                return Bowl(trial);
            },
            new() { Seed = 2, Epochs = [10], StopHopeless = true, Parallelism = 1 });
        int stopped = result.Trials.Count(trial => trial.IsStopped);
        Assert.InRange(stopped, 10, 30);
        Assert.InRange(epochs, 40 * 10 - stopped * 9, 40 * 10 - stopped * 5);
        Assert.False(result.Best.IsStopped);
    }

    [Fact]
    public void A_trainer_ends_with_its_trial()
    {
        float[] inputs = [.. Enumerable.Range(0, 64).Select(i => i / 32f - 1)];
        Dataset data = Dataset.FromTargets(inputs, inputs.Select(x => 3 * x).ToArray(), 1);
        var result = RandomSearch.Run(
            new SearchSpace { ["rate"] = new LogUniform(1e-6, 1e-1) },
            16,
            trial =>
            {
                var trainer = new Trainer<LineNet>(new LineNet(seed: 1), new Sgd((float)trial["rate"])) { Threads = 1 };
                return trainer.Fit(data, data, trial.Epochs, trial.Progress, trial.Cancellation).ValidationLoss[^1];
            },
            new() { Seed = 1, Epochs = [5], StopHopeless = true, Parallelism = 1 });
        Assert.Contains(result.Trials, trial => trial.IsStopped);
        Assert.Equal(result.Trials.Max(trial => Number(trial, "rate")), Number(result.Best, "rate"));
    }

    [Fact]
    public void A_search_for_the_largest_metric_ends_trials_of_a_small_one()
    {
        // Sorting by sign: the higher the rate, the sooner it is learnt, and the higher the accuracy.
        float[] inputs = [.. Enumerable.Range(0, 64).Select(i => i / 32f - 1)];
        Dataset data = Dataset.FromLabels(inputs, inputs.Select(x => x > 0.3f ? 1 : 0).ToArray(), 2);
        var result = RandomSearch.Run(
            new SearchSpace { ["rate"] = new LogUniform(1e-6, 1) },
            16,
            trial =>
            {
                var trainer = new Trainer<SideNet>(new SideNet(seed: 1), new Adam((float)trial["rate"])) { Threads = 1 };
                return trainer.Fit(data, data, trial.Epochs, trial.Progress, trial.Cancellation).ValidationMetric(new Accuracy())[^1];
            },
            new() { Seed = 1, Epochs = [20], StopHopeless = true, Parallelism = 1, Maximize = true });

        var stopped = result.Trials.Where(trial => trial.IsStopped).ToList();
        Assert.NotEmpty(stopped);
        Assert.True(MeanRate(stopped) < MeanRate(result.Trials.Except(stopped)), "slower ones are stopped");
        Assert.All(stopped, trial => Assert.InRange(trial.Objective, 0, 1));
        Assert.Equal(result.Trials.Max(trial => trial.Objective), result.Best.Objective);
        Assert.InRange(result.Best.Objective, 0.9, 1);

        static double MeanRate(IEnumerable<TrialResult> trials) => trials.Average(trial => Math.Log(Number(trial, "rate")));
    }

    [Fact]
    public void Penalties_dropout_and_the_type_of_network_are_searched_with_the_rate()
    {
        Dataset all = Samples.Spiral(120);
        var (train, validation) = all.Split(0.5, seed: 1);
        double Reached<TNetwork>(Trial trial, TNetwork network)
            where TNetwork : class, INetwork<TNetwork>
        {
            var trainer = new Trainer<TNetwork>(network, new Adam((float)trial["rate"]))
            {
                BatchSize = 16,
                Threads = 1,
                Seed = trial.Seed,
                RegularizationFactor = (float)trial["penalty"],
                DropoutFactor = (float)trial["dropout"],
            };
            return trainer.Fit(train, validation, trial.Epochs, trial.Progress, trial.Cancellation).ValidationLoss[^1];
        }

        var space = new SearchSpace
        {
            ["rate"] = new LogUniform(1e-3, 1e-1),
            ["penalty"] = new LogUniform(1e-3, 1e3),
            ["dropout"] = new Uniform(0, 1.5),
            ["width"] = new Choice<Func<Trial, double>>(
                ("6", trial => Reached(trial, new NarrowNet(trial.Seed))),
                ("48", trial => Reached(trial, new BroadNet(trial.Seed)))),
        };
        var result = RandomSearch.Run(
            space, 12, trial => trial.Choose<Func<Trial, double>>("width")(trial), new() { Seed = 3, Epochs = [5, 30], LogPath = _path });

        Assert.InRange(Number(result.Best, "penalty"), 0, 30);
        Assert.True(result.Best.Objective < result.Trials.Where(trial => trial.Round == 0).Min(trial => trial.Objective));
        Assert.Equal(["6", "48"], result.Trials.Select(trial => trial.Values["width"]).Distinct().OrderBy(width => width.Length));
        Assert.Equal(25, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public void What_cannot_be_searched_is_refused()
    {
        Assert.Throws<ArgumentException>("space", () => RandomSearch.Run(new SearchSpace(), 1, _ => 0));
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => RandomSearch.Run(Space, 0, Bowl));
        Assert.Throws<ArgumentException>("Epochs", () => RandomSearch.Run(Space, 1, Bowl, new() { Epochs = [] }));
        Assert.Throws<ArgumentOutOfRangeException>("Narrowing", () => RandomSearch.Run(Space, 1, Bowl, new() { Narrowing = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("low", () => new LogUniform(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => new LogUniform(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => new Uniform(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => new IntRange(2, 1));
        Assert.Throws<ArgumentException>("options", () => Choice.Of("a", "a"));
        Assert.Throws<ArgumentException>("name", () => new SearchSpace { ["a,b"] = new IntRange(1, 2) });
        Assert.Throws<ArgumentException>("name", () => new SearchSpace { ["seed"] = new IntRange(1, 2) });
        Assert.Throws<KeyNotFoundException>(() => RandomSearch.Run(Space, 1, trial => trial["rat"]));
    }

    [Fact]
    public void Each_fold_is_judged_once()
    {
        Dataset data = Dataset.FromTargets(new float[20], Enumerable.Range(0, 20).Select(i => (float)i).ToArray(), 1);
        var result = CrossValidation.Run(data, 4, fold => fold.Train.Count * 100 + fold.Validation.Count, seed: 1);
        Assert.Equal([1505, 1505, 1505, 1505], result.Values);
        Assert.Equal((1505, 0), (result.Mean, result.Deviation));

        int number = 0;
        var varying = CrossValidation.Run(data, 4, _ => ++number, seed: 1);
        Assert.Equal(Math.Sqrt(5.0 / 3), varying.Deviation, 1e-12);
        Assert.Equal("2.5 ± 1.3 over 4 folds", varying.ToString());
    }

    private static double Number(TrialResult trial, string name) => double.Parse(trial.Values[name], CultureInfo.InvariantCulture);
}

[Network]
[Input(1)]
[Dense(1)]
[MeanSquaredError]
internal sealed partial class LineNet;

#pragma warning disable LW4001 // small networks whose rows do not meet
[Network]
[Input(1)]
[Dense(2)]
[SoftmaxCrossEntropy]
internal sealed partial class SideNet;

[Network]
[Input(2)]
[Dense(6, L2 = 0.001)]
[ReLU]
[Dropout(0.5)]
[Dense(3, L2 = 0.001)]
[SoftmaxCrossEntropy]
internal sealed partial class NarrowNet;

[Network]
[Input(2)]
[Dense(48, L2 = 0.001)]
[ReLU]
[Dropout(0.5)]
[Dense(3, L2 = 0.001)]
[SoftmaxCrossEntropy]
internal sealed partial class BroadNet;
#pragma warning restore LW4001
