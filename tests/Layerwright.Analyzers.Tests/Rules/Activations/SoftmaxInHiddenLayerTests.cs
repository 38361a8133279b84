using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class SoftmaxInHiddenLayerTests
{
    private const string Id = "LW2008";

    [Theory]
    [InlineData("Softmax", "Softmax1 is a hidden [Softmax]: its units compete for shares of 1, on average 1/32, and little of signal and gradient passes; use [ReLU]")]
    [InlineData("LogSoftmax(Name = \"Logs\")", "Logs is a hidden [LogSoftmax]: its units compete for shares of 1, on average 1/32, and little of signal and gradient passes; use [ReLU]")]
    public async Task A_hidden_softmax_is_marked_with_its_share(string softmax, string message)
    {
        var run = await Verify.OnlyAsync(
            Id, $"[Network]\n[Input(4)]\n[Dense(32)]\n[BatchNorm]\n[{{|LW2008:{softmax}|}}]\n[Dropout(0.1)]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task Over_the_channels_of_an_image_and_before_a_sum_it_is_hidden_too() => Verify.OnlyAsync(Id, """
        [Network]
        [ImageInput(8, 8, 4)]
        [Conv2D(4, 3)]
        [{|LW2008:Softmax|}]
        [{|LW2008:Residual<Shares>|}]
        public partial class Net;

        [Block]
        [Conv2D(4, 1)]
        [Softmax]
        class Shares;
        """);

    [Theory]
    [InlineData("[Dense(4)][Softmax]")]
    [InlineData("[Dense(4)][LogSoftmax][MeanSquaredError]")]
    [InlineData("[Gate<Attend>][Dense(2)]")]
    [InlineData("[Concat<Attend, Score>]")]
    [InlineData("[Dense(8)][Sigmoid][Dense(2)]")]
    public Task The_outputs_softmax_and_attention_are_silent(string layers) => Verify.OnlyAsync(Id, $"""
        [Network]
        [Input(4)]
        {layers}
        public partial class Net;

        [Block]
        [Dense(4)]
        [Softmax]
        class Attend;

        [Block]
        [Dense(1)]
        class Score;
        """);

    [Fact]
    public async Task In_a_block_it_is_said_on_the_block_and_at_its_end_at_each_use()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(4)]
            [Use<Inside>]
            [ReLU]
            [{|LW2008:Use<AtEnd>|}]
            [Dense(4)]
            [Use<AtEnd>]
            public partial class Net;

            [Block]
            [Dense(4)]
            [{|LW2008:Softmax|}]
            [Dense(4)]
            class Inside;

            [Block]
            [Dense(4)]
            [Softmax]
            class AtEnd;
            """);
        Assert.Contains(run.Analyzers, found => found.GetMessage().StartsWith("AtEnd.Softmax1 is", StringComparison.Ordinal));
    }
}
