using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5008.</summary>
public class ScheduleNeverFiresTests
{
    private const string Id = "LW5008";

    /// <summary>A thousand rows: 16 steps an epoch with batches of 64.</summary>
    private const string Thousand = "var labels = new int[1000]; var rows = Dataset.FromLabels(new float[784000], labels, 10); ";

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay({|LW5008:30|}) }.Fit(data, epochs: 20);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay({|LW5008:20|}, 0.5f) }.Fit(data, epochs: 20);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay({|LW5008:10|}) }.Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup(500, new StepDecay({|LW5008:EveryEpochs: 30|})) }.Fit(data, epochs: 20);")]
    [InlineData("Schedule steps = new StepDecay({|LW5008:30|}); var trainer = new Trainer<Digits>(net, new Sgd()) { Schedule = steps }; trainer.Fit(data); trainer.Fit(data, epochs: 30);")]
    public Task Steps_at_or_behind_the_last_epoch_are_reported(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay(19) }.Fit(data, epochs: 20);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay(30) }.Fit(data, epochs: test.Count);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay(test.Count) }.Fit(data, epochs: 20);")]
    [InlineData("var trainer = new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay(30) }; trainer.Fit(data); trainer.Fit(data, epochs: 40);")]
    [InlineData("var trainer = new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay(30) };")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new CosineDecay { Epochs = 30 } }.Fit(data, epochs: 20);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup(100_000) }.Fit(data, epochs: 20);")]
    public Task Those_before_it_and_what_is_not_known_are_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup({|LW5008:160|}) }.Fit(rows);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup({|LW5008:200|}, new CosineDecay()) }.Fit(rows.AsTrainingSet(), epochs: 10);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { BatchSize = 100, AccumulationSteps = 4, Schedule = new Warmup({|LW5008:30|}) }.Fit(rows);")]
    [InlineData("var (train, rest) = rows.Split(0.64, 1); new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup({|LW5008:100|}) }.Fit(train, rest);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup({|LW5008:60|}) }.Fit(rows.Split(0.64, 1).Rest);")]
    [InlineData("var few = Dataset.FromTargets(new float[7840], new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 1); new Trainer<Digits>(net, new Sgd()) { BatchSize = 8, Schedule = new Warmup({|LW5008:20|}) }.Fit(few);")]
    public Task A_warmup_as_long_as_the_fit_is_reported_where_the_rows_are_known(string statements) => Verify.OnlyAsync(Id, Sessions.Of(Thousand + statements));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup(159) }.Fit(rows);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { BatchSize = test.Count, Schedule = new Warmup(160) }.Fit(rows);")]
    [InlineData("var (train, rest) = rows.Split(0.64, 1); new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup(99) }.Fit(train, rest);")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup(160) }.Fit(rows.Subset([1, 2]));")]
    public Task A_shorter_one_is_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(Thousand + statements));

    [Fact]
    public Task Of_a_network_with_errors_nothing_is_said() => Verify.OnlyAsync(
        Id,
        Sessions.Of(
            "new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay(30) }.Fit(data, epochs: 20);",
            Sessions.Digits.Replace("[ReLU]", "[{|LW1001:Conv2D(8, 3)|}]", StringComparison.Ordinal)));

    [Fact]
    public async Task The_message_has_the_fits_length()
    {
        var run = await Verify.OnlyAsync(
            Id,
            Sessions.Of(
                Thousand + "new Trainer<Digits>(net, new Sgd()) { Schedule = new Warmup({|LW5008:200|}) }.Fit(rows); "
                    + "new Trainer<Digits>(net, new Sgd()) { Schedule = new StepDecay({|LW5008:30|}) }.Fit(rows, epochs: 20);"));
        Assert.Equal(
            [
                "Steps of Warmup is 200, but the fit ends after 160 steps: the rate never reaches its full height; use less than 160",
                "EveryEpochs of StepDecay is 30, but the fit ends after 20 epochs: its rate never falls; use less than 20",
            ],
            run.Analyzers.Select(found => found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
