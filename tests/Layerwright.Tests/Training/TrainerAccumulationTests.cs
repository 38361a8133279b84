namespace Layerwright.Tests.Training;

public class TrainerAccumulationTests
{
    [Theory]
    [InlineData(64)] // two whole groups
    [InlineData(70)] // the last group: one batch of 6
    [InlineData(85)] // the last group: 16 and 5
    public void Batches_of_one_update_do_what_one_large_batch_does(int rows)
    {
        Dataset data = Samples.Linear(rows);
        PenalisedNet Fit(int batchSize, int accumulationSteps)
        {
            var net = new PenalisedNet(seed: 3);
            var trainer = new Trainer<PenalisedNet>(net, new Sgd(0.1f) { Momentum = 0.9f, WeightDecay = 0.01f })
            {
                BatchSize = batchSize,
                AccumulationSteps = accumulationSteps,
                Schedule = new Warmup(2, new CosineDecay()),
                Clipping = new ByNorm(0.5f),
            };
            trainer.Fit(data, epochs: 3);
            return net;
        }

        float[] large = Samples.Values(Fit(32, 1).State), small = Samples.Values(Fit(16, 2).State);
        Assert.Equal(large, small, (a, b) => Math.Abs(a - b) <= 1e-6f);
        Assert.NotEqual(large, Samples.Values(Fit(16, 1).State), (a, b) => Math.Abs(a - b) <= 1e-3f);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_that_do_not_count_and_class_weights_are_shared_out_as_in_one_large_batch(bool weighs)
    {
        // The first batch has nothing but ignored labels, the others some.
        Dataset spiral = Samples.Spiral(60);
        Dataset data = Dataset.FromLabels(
            Enumerable.Range(0, 60).SelectMany(row => spiral.Input(row).ToArray()).ToArray(),
            Enumerable.Range(0, 60).Select(row => row < 15 || row % 4 == 0 ? -1 : spiral.Label(row)).ToArray(),
            3,
            ignoreLabel: -1);
        float[] Fit(int batchSize, int accumulationSteps)
        {
            var net = new IgnoringNet(seed: 3);
            var trainer = new Trainer<IgnoringNet>(net, new Sgd(0.5f))
            {
                BatchSize = batchSize,
                AccumulationSteps = accumulationSteps,
                Shuffle = false,
                ClassWeights = weighs ? new[] { 1f, 2f, 0.5f } : default,
            };
            trainer.Fit(data, epochs: 3);
            return Samples.Values(net.State);
        }

        Assert.Equal(Fit(60, 1), Fit(15, 4), (a, b) => Math.Abs(a - b) <= 2e-6f);
    }

    [Fact]
    public void Schedules_count_updates()
    {
        // 70 rows in batches of 16 are five batches, three updates.
        var seen = new CountingSchedule();
        var trainer = new Trainer<LinearNet>(new LinearNet(seed: 1), new Sgd(0.1f)) { BatchSize = 16, AccumulationSteps = 2, Schedule = seen };
        trainer.Fit(Samples.Linear(70), epochs: 2);
        Assert.Equal([0, 1, 2, 3, 4, 5], seen.Steps.Distinct());
        Assert.Equal([(6, 3)], seen.Spans.Distinct());
    }

    [Fact]
    public void Fewer_batches_than_1_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<LinearNet>(new LinearNet(seed: 1), new Sgd()) { AccumulationSteps = 0 });

    [Theory]
    [InlineData(100, 25, 2, new[] { 0.5f, 0.5f, 0.5f, 0.5f })]
    [InlineData(80, 25, 2, new[] { 0.5f, 0.5f, 25 / 30f, 5 / 30f })]
    [InlineData(55, 25, 2, new[] { 0.5f, 0.5f, 1f })]
    [InlineData(55, 25, 1, new[] { 1f, 1f, 1f })]
    [InlineData(55, 25, 9, new[] { 25 / 55f, 25 / 55f, 5 / 55f })]
    [InlineData(55, 25, int.MaxValue, new[] { 25 / 55f, 25 / 55f, 5 / 55f })]
    public void Every_row_of_an_update_has_the_same_share(int rows, int batchSize, int batchesPerUpdate, float[] shares)
    {
        BatchPlan plan = BatchPlan.Of(rows, batchSize, batchesPerUpdate, dropLast: false, null);
        var updates = new UpdateShares(Samples.Linear(rows), plan, default, null);
        int[] order = [.. Enumerable.Range(0, rows)];
        Assert.Equal(shares, Enumerable.Range(0, plan.Batches).Select(batch => updates.Of(batch, order)));
        int[] first = [.. Enumerable.Range(0, plan.Batches).Where(plan.IsFirst)], last = [.. Enumerable.Range(0, plan.Batches).Where(plan.IsLast)];
        Assert.Equal(plan.Updates, first.Length);
        Assert.Equal(first.Skip(1).Append(plan.Batches), last.Select(batch => batch + 1));
        Assert.Equal(Enumerable.Range(0, plan.Updates), first.Select(plan.UpdateOf));
    }

    private sealed record CountingSchedule : Schedule
    {
        public List<long> Steps { get; } = [];

        public List<(long Total, long PerEpoch)> Spans { get; } = [];

        public override float Factor(long step, long totalSteps, long stepsPerEpoch)
        {
            Steps.Add(step);
            Spans.Add((totalSteps, stepsPerEpoch));
            return 1;
        }
    }
}
