using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class BadSlopeTests
{
    private const string Id = "LW2011";

    [Theory]
    [InlineData("LeakyReLU({|LW2011:0|})", "slope of LeakyReLU1 is 0, so it is a plain ReLU, whose units can die; use 0.01")]
    [InlineData("LeakyReLU({|LW2011:slope: -0.5|})", "slope of LeakyReLU1 is -0.5, so it folds the negative side up; use 0.01")]
    [InlineData("LeakyReLU({|LW2011:1|})", "slope of LeakyReLU1 is 1, so it bends nothing; use 0.01")]
    [InlineData("LeakyReLU({|LW2011:2.5|}, Name = \"Bend\")", "slope of Bend is 2.5, so it bends the negative side down instead of flattening it; use 0.01")]
    [InlineData("ELU({|LW2011:0|})", "alpha of ELU1 is 0, so it is a plain ReLU, whose units can die; use 1")]
    [InlineData("ELU({|LW2011:alpha: -1|})", "alpha of ELU1 is -1, so it folds the negative side up; use 1")]
    public async Task The_argument_is_marked_with_what_comes_of_it_and_the_usual_value(string activation, string message)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n[{activation}]\n[Dense(2)]\npublic partial class Net;");
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("LeakyReLU")]
    [InlineData("LeakyReLU(0.99)")]
    [InlineData("LeakyReLU(slope: 1e-6)")]
    [InlineData("ELU")]
    [InlineData("ELU(0.1)")]
    [InlineData("ELU(3)")]
    [InlineData("PReLU")]
    public Task Slopes_that_flatten_the_negative_side_are_silent(string activation) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n[{activation}]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task In_a_block_it_is_said_on_the_block_alone() =>
        Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Repeat<Inner>(2)]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[ELU({|LW2011:-1|})]\nclass Inner;");
}
