using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5001, and how constants reach an optimizer.</summary>
public class LearningRateRangeTests
{
    private const string Id = "LW5001";

    [Theory]
    [InlineData("new Sgd({|LW5001:1.5f|})")]
    [InlineData("new Sgd({|LW5001:5e-7f|})")]
    [InlineData("new Sgd({|LW5001:0f|})")]
    [InlineData("new Adam({|LW5001:0.011f|})")]
    [InlineData("new Adam({|LW5001:9e-8f|})")]
    [InlineData("new AdamW({|LW5001:LearningRate: 0.1f|})")]
    [InlineData("new AdamW { {|LW5001:LearningRate = 0.1f|} }")]
    [InlineData("new RmsProp({|LW5001:0.02f|})")]
    [InlineData("new AdaGrad({|LW5001:2|})")]
    [InlineData("new AdaGrad({|LW5001:1e-6f|})")]
    [InlineData("new Adam({|LW5001:float.NaN|})")]
    [InlineData("new Adam({|LW5001:-1e-3f|})")]
    public Task It_is_reported_beyond_the_range_of_each_optimizer(string optimizer) => Verify.OnlyAsync(Id, Sessions.Of($"Optimizer optimizer = {optimizer};"));

    [Theory]
    [InlineData("new Sgd(1f)")]
    [InlineData("new Sgd(1e-6f)")]
    [InlineData("new Adam(0.01f)")]
    [InlineData("new Adam(1e-7f)")]
    [InlineData("new AdamW()")]
    [InlineData("new RmsProp()")]
    [InlineData("new AdaGrad(1f)")]
    [InlineData("new AdaGrad(1e-5f)")]
    [InlineData("new Adam((float)test.Count)")]
    public Task The_range_itself_and_what_is_no_constant_are_not(string optimizer) => Verify.OnlyAsync(Id, Sessions.Of($"Optimizer optimizer = {optimizer};"));

    [Fact]
    public async Task The_message_has_the_range_and_the_default()
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of("var optimizer = new Adam({|LW5001:0.1f|});"));
        Assert.Equal(
            "LearningRate of Adam is 0.1; with it training diverges or jumps about; use 1e-7 to 0.01, its default is 0.001",
            Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1e-2f * 5", "0.05")]
    [InlineData("1f / 3", "0.333")]
    [InlineData("0.010001f", "0.010001")] // not the 0.01 that is allowed
    [InlineData("9.9999e-8f", "9.9999e-8")]
    [InlineData("-2e-3f", "-0.002")]
    [InlineData("float.NaN", "NaN")]
    public async Task The_message_has_three_digits_unless_the_rate_is_at_a_bound(string rate, string text)
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of($"var optimizer = new Adam({{|LW5001:{rate}|}});"));
        Assert.StartsWith($"LearningRate of Adam is {text}; ", Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const float Rate = 0.5f; var optimizer = new Adam({|LW5001:Rate|});")]
    [InlineData("float rate = 0.5f; var optimizer = new Adam({|LW5001:rate|});")]
    [InlineData("double rate = 0.5; var optimizer = new Adam({|LW5001:(float)rate|});")]
    [InlineData("float rate; rate = 0.5f; var optimizer = new Adam({|LW5001:rate|});")]
    [InlineData("float one = 0.5f, two = one; var optimizer = new Adam({|LW5001:-two|});")]
    [InlineData("Func<Optimizer> make = () => { float rate = 0.5f; return new Adam({|LW5001:rate|}); };")]
    [InlineData("var slow = new Adam(); var optimizer = slow with { {|LW5001:LearningRate = 0.5f|} };")]
    [InlineData("Optimizer slow = new Adam(); var optimizer = slow with { {|LW5001:LearningRate = 0.5f|} };")]
    [InlineData("Optimizer optimizer = new Sgd(0.5f) with { Momentum = 0.9f, {|LW5001:LearningRate = 1.5f|} };")]
    [InlineData("Sgd optimizer = new({|LW5001:5f|});")]
    public Task Constants_are_followed_through_locals_and_copies(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Theory]
    [InlineData("float rate = 0.5f; rate /= 1000; var optimizer = new Adam(rate);")]
    [InlineData("float rate = 0.5f; if (test.Count > 9) rate = 1e-3f; var optimizer = new Adam(rate);")]
    [InlineData("float rate = 0.5f; rate++; var optimizer = new Adam(rate);")]
    [InlineData("float rate = 0.5f; float.TryParse(\"1\", out rate); var optimizer = new Adam(rate);")]
    [InlineData("foreach (float rate in new[] { 0.5f }) { var optimizer = new Adam(rate); }")]
    [InlineData("float rate = 0.5f; (rate, var other) = (1e-3f, 1); var optimizer = new Adam(rate);")]
    [InlineData("Optimizer any = test.Count > 9 ? new Sgd() : new Adam(); var optimizer = any with { LearningRate = 0.5f };")]
    public Task Those_that_change_or_are_not_known_are_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Fact]
    public Task Optimizers_made_in_fields_properties_lambdas_and_top_level_statements_are_judged_too() => Verify.OnlyAsync(
        Id,
        "var optimizer = new Adam({|LW5001:0.5f|});\nstatic class Settings\n{\n    public static readonly Adam Field = new({|LW5001:1f|});\n    public static Adam Property => new({|LW5001:2f|});\n    public static Adam Value { get; } = new({|LW5001:3f|});\n}");

    [Theory]
    [InlineData("-1e-3f", "climbs")]
    [InlineData("0f", "does not move")]
    [InlineData("1e-9f", "hardly moves")]
    [InlineData("5f", "diverges or jumps about")]
    public async Task The_message_says_what_comes_of_it(string rate, string outcome)
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of($"var optimizer = new Sgd({{|LW5001:{rate}|}});"));
        Assert.Contains($"; with it training {outcome}; use 1e-6 to 1,", Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ranges_can_be_set()
    {
        await Verify.OnlyWithOptionsAsync(
            Id,
            "layerwright.LW5001.adam_maximum = 0.1\nlayerwright.LW5001.sgd_minimum = 0.001\nlayerwright.LW5001.adagrad_maximum = 0.5",
            Sessions.Of("Optimizer[] all = [new Adam(0.1f), new Sgd({|LW5001:1e-4f|}), new AdaGrad({|LW5001:0.6f|}), new RmsProp(0.1f)];"));
    }

    [Fact]
    public Task A_class_of_that_name_elsewhere_is_none_of_ours() => Verify.OnlyAsync(
        Id, "namespace Other { record Adam(float LearningRate); class User { Adam Optimizer { get; } = new(5f); } }");
}
