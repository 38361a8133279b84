using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class ReluBeforeSumTests
{
    private const string Id = "LW2015";

    private const string Inner = "\n\n[Block]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\nclass Inner;";

    [Fact]
    public async Task The_residual_is_marked_and_the_blocks_relu_is_a_further_place()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(8)]\n[{|LW2015:Residual<Inner>(Name = \"First\")|}]\n[Dense(2)]\npublic partial class Net;" + Inner);
        var found = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal("Inner.ReLU2 ends the branch of First, which can only add to its input and never take from it; move [ReLU] behind the sum", found.GetMessage());
        var place = Assert.Single(found.AdditionalLocations);
        Assert.Equal("ReLU", place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length));
        Assert.True(place.SourceSpan.Start > found.Location.SourceSpan.Start);
    }

    [Fact]
    public Task Every_use_as_a_branch_is_marked() => Verify.OnlyAsync(
        Id, "[Network]\n[Input(8)]\n[{|LW2015:Residual<Inner>|}]\n[ReLU]\n[{|LW2015:Residual<Inner>(Projection = true)|}]\n[Use<Inner>]\n[Repeat<Inner>(2)]\n[Concat<Inner, Identity>]\npublic partial class Net;" + Inner);

    [Theory]
    [InlineData("[Dense(8)][BatchNorm]")]
    [InlineData("[BatchNorm][ReLU][Dense(8)]")]
    [InlineData("[Dense(8)][LeakyReLU]")]
    [InlineData("[Dense(8)][Tanh]")]
    [InlineData("[Dense(8)][ReLU][BatchNorm]")]
    [InlineData("[Dense(8)][ReLU][Residual<Plain>]")]
    public Task Branches_that_can_take_away_are_silent(string branch) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(8)]\n[Residual<Inner>]\n[ReLU]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n{branch}\nclass Inner;\n\n[Block]\n[Dense(8)]\nclass Plain;");

    [Fact]
    public Task A_shortcut_that_ends_in_relu_is_silent() => Verify.OnlyAsync(
        Id, "[Network]\n[Input(8)]\n[Residual<Plain, Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Plain;" + Inner);

    [Theory]
    [InlineData("[Dense(8)][ReLU][Dropout(0.1)]")]
    [InlineData("[Dense(8)][Use<End>]")]
    public Task What_changes_no_sign_may_follow_and_the_relu_may_stand_in_a_block_within(string branch) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(8)]\n[{{|LW2015:Residual<Inner>|}}]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n{branch}\nclass Inner;\n\n[Block]\n[Dense(8)]\n[ReLU]\nclass End;");

    [Fact]
    public Task A_residual_inside_a_block_is_marked_there() => Verify.OnlyAsync(
        Id, "[Network]\n[Input(8)]\n[Repeat<Outer>(2)]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[{|LW2015:Residual<Inner>|}]\n[Dense(8)]\nclass Outer;" + Inner);
}
