using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5005.</summary>
public class DecayTooStrongTests
{
    private const string Id = "LW5005";

    [Theory]
    [InlineData("new Sgd { {|LW5005:WeightDecay = 0.2f|} }")]
    [InlineData("new Adam { {|LW5005:WeightDecay = 0.11f|} }")]
    [InlineData("new RmsProp { {|LW5005:WeightDecay = 1|} }")]
    [InlineData("new AdaGrad() with { {|LW5005:WeightDecay = 0.2f|} }")]
    [InlineData("new AdamW { {|LW5005:WeightDecay = 0.6f|} }")]
    public Task It_is_reported_above_what_each_kind_bears(string optimizer) => Verify.OnlyAsync(Id, Sessions.Of($"Optimizer optimizer = {optimizer};"));

    [Theory]
    [InlineData("new Sgd { WeightDecay = 0.1f }")]
    [InlineData("new AdamW { WeightDecay = 0.5f }")]
    [InlineData("new AdamW()")]
    [InlineData("new Sgd { WeightDecay = test.Count }")]
    public Task Up_to_there_and_where_it_is_no_constant_it_is_not(string optimizer) => Verify.OnlyAsync(Id, Sessions.Of($"Optimizer optimizer = {optimizer};"));

    [Fact]
    public async Task The_message_has_the_usual_strength()
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of("Optimizer[] both = [new Sgd { {|LW5005:WeightDecay = 0.2f|} }, new AdamW { {|LW5005:WeightDecay = 1f|} }];"));
        Assert.Equal(
            [
                "WeightDecay of Sgd is 0.2: it outweighs the loss and keeps the weights near 0; use 0.0001, at most 0.1",
                "WeightDecay of AdamW is 1: it outweighs the loss and keeps the weights near 0; use 0.01, at most 0.5",
            ],
            run.Analyzers.Select(found => found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public Task The_bounds_can_be_set() => Verify.OnlyWithOptionsAsync(
        Id,
        "layerwright.LW5005.coupled_maximum = 0.3\nlayerwright.LW5005.decoupled_maximum = 0.05",
        Sessions.Of("Optimizer[] all = [new Sgd { WeightDecay = 0.2f }, new AdamW { {|LW5005:WeightDecay = 0.1f|} }];"));
}
