namespace Layerwright.Tests.Search;

public sealed class SearchResultTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    private static SearchSpace Space { get; } = new() { ["rate"] = new LogUniform(1e-4, 1), ["layers"] = new IntRange(1, 6), ["kind"] = Choice.Of("a", "b", "c") };

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Values_of_the_best_are_had_as_a_trial_has_them_also_from_a_file()
    {
        var dealt = new System.Collections.Concurrent.ConcurrentDictionary<int, (double, int, double, string)>();
        var options = new SearchOptions { Seed = 2, LogPath = _path };
        SearchResult result = RandomSearch.Run(Space, 8, trial =>
        {
            dealt[trial.Number] = (trial["rate"], trial.Integer("layers"), trial["layers"], trial.Choose<string>("kind"));
            return trial["rate"];
        }, options);

        foreach (SearchResult each in new[] { result, RandomSearch.Run(Space, 8, _ => throw new TimeoutException(), options) })
        {
            Assert.All(each.Trials, trial => Assert.Equal(
                dealt[trial.Number], (trial["rate"], trial.Integer("layers"), trial["layers"], trial.Choose<string>("kind"))));
            Assert.Equal(each.Best.Objective, each.Best["rate"]);
        }

        Assert.Contains("Choose<T>(\"kind\")", Assert.Throws<InvalidOperationException>(() => result.Best["kind"]).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => result.Best.Integer("rate"));
        Assert.Throws<InvalidOperationException>(() => result.Best.Choose<int>("kind"));
        Assert.Throws<KeyNotFoundException>(() => result.Best["rat"]);
    }

    [Fact]
    public void Where_every_trial_diverged_none_is_best_and_nothing_is_said_of_ranges()
    {
        SearchResult result = RandomSearch.Run(
            new SearchSpace { ["rate"] = new LogUniform(0.5, 1) }, 40, _ => throw new TrainingDivergedException(float.NaN, step: 2), new() { Epochs = [1, 3] });
        Assert.True(result.Best.IsDiverged);
        Assert.Empty(result.Findings);
        Assert.Empty(result.Warnings);
        Assert.EndsWith("→ diverged", result.Best.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("every trial diverged", result.ToString(), StringComparison.Ordinal);

        // Nothing was learnt of where to look: the second round looks everywhere too.
        Assert.True(result.Trials.Where(trial => trial.Round == 1).Max(trial => trial["rate"]) > 0.95);
        Assert.True(result.Trials.Where(trial => trial.Round == 1).Min(trial => trial["rate"]) < 0.53);
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void An_objective_that_is_no_finite_number_counts_as_diverged(double objective)
    {
        foreach (bool maximize in new[] { false, true })
        {
            SearchResult result = RandomSearch.Run(
                new() { ["x"] = new Uniform(0, 1) }, 12, trial => trial.Number == 3 ? objective : trial["x"], new() { Seed = 1, Maximize = maximize, StopHopeless = true });

            Assert.True(result.Trials[3].IsDiverged);
            Assert.Equal(double.NaN, result.Trials[3].Objective);
            Assert.NotEqual(3, result.Best.Number);
            Assert.Single(result.Trials, trial => trial.IsDiverged);
        }
    }

    [Fact]
    public void Values_that_are_no_finite_number_do_not_make_others_hopeless()
    {
        SearchResult result = RandomSearch.Run(
            new() { ["x"] = new Uniform(0, 1) }, 14,
            trial =>
            {
                trial.Report(1, trial.Number < 6 ? double.NegativeInfinity : 1);
                return 1;
            },
            new() { Seed = 1, Parallelism = 1, StopHopeless = true });

        Assert.DoesNotContain(result.Trials.Skip(6), trial => trial.IsStopped);
    }

    [Fact]
    public void The_best_of_an_earlier_round_stays_where_the_last_diverged()
    {
        SearchResult result = RandomSearch.Run(Space, 6, trial => trial.Round == 2 ? double.NaN : trial["rate"], new() { Epochs = [1, 2, 3] });
        Assert.Equal((1, false), (result.Best.Round, result.Best.IsDiverged));
        Assert.DoesNotContain("every trial", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_is_of_all_trials_that_had_as_many_epochs_as_the_last_rounds()
    {
        double Objective(Trial trial) => Math.Abs(Math.Log10(trial["rate"]) + 3) + (trial.Round == 1 ? 5 : 0);

        SearchResult same = RandomSearch.Run(Space, 8, Objective, new() { Epochs = [1, 1] });
        Assert.Equal((0, same.Trials.Min(trial => trial.Objective)), (same.Best.Round, same.Best.Objective));
        Assert.StartsWith(same.Best.ToString(), same.ToString(), StringComparison.Ordinal);
        Assert.All(same.Trials, trial => Assert.Equal(1, trial.Epochs));

        // A trial of fewer epochs is no better for its smaller loss.
        SearchResult other = RandomSearch.Run(Space, 8, Objective, new() { Epochs = [1, 2] });
        Assert.Equal((1, 2), (other.Best.Round, other.Best.Epochs));

        SearchResult between = RandomSearch.Run(Space, 8, Objective, new() { Epochs = [2, 1, 2] });
        Assert.Equal(between.Trials.Where(trial => trial.Round != 1).Min(trial => trial.Objective), between.Best.Objective);
    }

    [Fact]
    public void A_round_keeps_every_choice_that_is_among_the_best_third_of_the_round_before()
    {
        // b is a little worse than a, c is far worse.
        SearchResult result = RandomSearch.Run(
            Space,
            30,
            trial => (trial.Choose<string>("kind") switch { "a" => 0, "b" => 0.01, _ => 9 }) + Math.Abs(Math.Log10(trial["rate"]) + 2),
            new() { Epochs = [1, 2] });
        Assert.Equal(["a", "b", "c"], Kinds(0));
        Assert.Equal(["a", "b"], Kinds(1));

        IEnumerable<string> Kinds(int round) => result.Trials.Where(trial => trial.Round == round).Select(trial => trial.Choose<string>("kind")).Distinct().Order();
    }

    [Fact]
    public void Epochs_that_are_null_are_refused_by_name() =>
        Assert.Throws<ArgumentNullException>("Epochs", () => RandomSearch.Run(Space, 1, _ => 0, new() { Epochs = null! }));
}
