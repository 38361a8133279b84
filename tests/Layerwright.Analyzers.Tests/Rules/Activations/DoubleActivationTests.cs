using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class DoubleActivationTests
{
    private const string Id = "LW2004";

    [Theory]
    [InlineData("[ReLU][{|LW2004:Tanh(Name = \"Second\")|}]", "Second bends what ReLU1 has just bent; remove Second")]
    [InlineData("[Sigmoid][{|LW2004:ReLU|}]", "ReLU1 bends what Sigmoid1 has just bent; remove Sigmoid1")]
    [InlineData("[PReLU][{|LW2004:PReLU|}]", "PReLU2 bends what PReLU1 has just bent; remove PReLU2")]
    [InlineData("[SELU][{|LW2004:GELU|}][AlphaDropout(0.1)]", "GELU1 bends what SELU1 has just bent; remove SELU1")]
    public async Task The_second_is_marked_with_the_one_to_remove(string activations, string message)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n{activations}\n[Dense(2)]\npublic partial class Net;");
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task On_the_output_the_last_stays()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(2)]\n[ReLU]\n[{|LW2004:Tanh|}]\n[{|LW2004:Softplus|}]\npublic partial class Net;");
        Assert.EndsWith("remove ReLU1", run.Analyzers[0].GetMessage());
        Assert.EndsWith("remove Tanh1", run.Analyzers[1].GetMessage());
    }

    [Theory]
    [InlineData("[Dense(8)][ReLU][Dense(8)][ReLU]")]
    [InlineData("[Dense(8)][ReLU][BatchNorm][ReLU]")]
    [InlineData("[Dense(8)][Tanh][Dropout(0.1)][Tanh]")]
    [InlineData("[Dense(8)][ReLU][Softmax]")]
    [InlineData("[Dense(8)][Softmax][ReLU]")]
    [InlineData("[Maxout(8)][ReLU]")]
    [InlineData("[Dense(4)][ReLU][Residual<Preactivated>][ReLU]")]
    [InlineData("[Dense(4)][ReLU][Concat<Preactivated, Identity>][Dense(4)]")]
    public Task With_anything_between_and_where_a_way_parts_it_is_silent(string layers) => Verify.OnlyAsync(Id, $"""
        [Network]
        [Input(4)]
        {layers}
        [Dense(2)]
        public partial class Net;

        [Block]
        [ReLU]
        [Dense(4)]
        class Preactivated;
        """);

    [Fact]
    public Task Where_a_block_ends_or_begins_it_is_said_at_the_use() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [Use<Post>]
        [{|LW2004:ReLU|}]
        [{|LW2004:Use<Pre>|}]
        [Use<Twice>]
        public partial class Net;

        [Block]
        [Dense(4)]
        [ReLU]
        class Post;

        [Block]
        [ReLU]
        [Dense(4)]
        class Pre;

        [Block]
        [Dense(4)]
        [ReLU]
        [{|LW2004:ReLU|}]
        class Twice;
        """);
}
