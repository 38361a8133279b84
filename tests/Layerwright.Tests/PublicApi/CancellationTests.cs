using Layerwright.Tests.UsersEye;

namespace Layerwright.Tests.PublicApi;

/// <summary>What takes long can be ended, and what was whole by then is kept.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly string _log = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    private readonly CancellationTokenSource _source = new();

    private static SearchSpace Space { get; } = new() { ["rate"] = new LogUniform(1e-4, 1e-1) };

    public void Dispose()
    {
        _source.Dispose();
        File.Delete(_log);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cancelled_search_goes_on_from_its_file(int parallelism)
    {
        var options = new SearchOptions { Seed = 1, Parallelism = parallelism, LogPath = _log };
        var told = new List<int>();
        Assert.ThrowsAny<OperationCanceledException>(() => RandomSearch.Run(
            Space, 12, Objective, options, new Told(result => { told.Add(result.Number); if (told.Count == 4) { _source.Cancel(); } }), _source.Token));
        Assert.InRange(told.Count, 4, 5);

        var rest = new List<int>();
        SearchResult whole = RandomSearch.Run(Space, 12, Objective, options, new Told(result => rest.Add(result.Number)), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 12), told.Concat(rest).Order());
        Assert.Equal(RandomSearch.Run(Space, 12, Objective, new() { Seed = 1 }).ToString(), whole.ToString());
    }

    [Fact]
    public void A_trial_at_hand_ends_with_its_search()
    {
        bool wasTold = false;
        Assert.ThrowsAny<OperationCanceledException>(() => RandomSearch.Run(
            Space,
            3,
            trial =>
            {
                _source.Cancel();
                wasTold = trial.Cancellation.IsCancellationRequested;
                return 1;
            },
            new() { Parallelism = 1, LogPath = _log },
            cancellationToken: _source.Token));
        Assert.True(wasTold);
        Assert.Single(File.ReadAllLines(_log));
    }

    [Fact]
    public void Cross_validation_ends_between_two_folds()
    {
        int folds = 0;
        Assert.Throws<OperationCanceledException>(() => CrossValidation.Run(
            FlowerNet.Data(20), 5, _ => { if (++folds == 2) { _source.Cancel(); } return 1; }, cancellationToken: _source.Token));
        Assert.Equal(2, folds);
    }

    [Fact]
    public void A_sweep_ends_between_two_steps()
    {
        int made = 0;
        Assert.Throws<OperationCanceledException>(() => LearningRateSweep.Run(
            seed => { if (++made == 3) { _source.Cancel(); } return new FlowerNet(seed); }, FlowerNet.Data(64), new() { Count = 8 }, _source.Token));
        Assert.Equal(3, made);
    }

    [Fact]
    public void Sanity_checks_end_between_two_of_them()
    {
        int made = 0;
        Assert.Throws<OperationCanceledException>(() => SanityCheck.Run(
            seed => { if (++made == 2) { _source.Cancel(); } return new FlowerNet(seed); }, FlowerNet.Data(64).AsTrainingSet(), cancellationToken: _source.Token));
        Assert.Equal(2, made);
    }

    [Fact]
    public void An_evaluation_ends_between_two_batches()
    {
        _source.Cancel();
        var trainer = new Trainer<FlowerNet>(new FlowerNet(seed: 1), new Sgd(0.1f));
        Assert.Throws<OperationCanceledException>(() => trainer.Evaluate(FlowerNet.Data(64), _source.Token));
    }

    private static double Objective(Trial trial) => Math.Abs(Math.Log10(trial["rate"]) + 3);

    private sealed class Told(Action<TrialResult> then) : IProgress<TrialResult>
    {
        public void Report(TrialResult value) => then(value);
    }
}
