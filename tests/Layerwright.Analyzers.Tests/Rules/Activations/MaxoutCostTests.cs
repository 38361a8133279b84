using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class MaxoutCostTests
{
    private const string Id = "LW2013";

    [Theory]
    [InlineData("Maxout(256)", "Maxout1 has 2 linear pieces for each unit, so 401,920 parameters where [Dense(256)] has 200,960")]
    [InlineData("Maxout(10, Pieces = 5, UseBias = false, Name = \"Top\")", "Top has 5 linear pieces for each unit, so 39,200 parameters where [Dense(10)] has 7,840")]
    public async Task It_says_how_many_parameters_there_are_and_would_be(string maxout, string message)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(784)]\n[{{|LW2013:{maxout}|}}]\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        var found = Assert.Single(run.Analyzers);
        Assert.Equal(message, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Fact]
    public Task Other_layers_are_silent() =>
        Verify.OnlyAsync(Id, "[Network]\n[Input(784)]\n[Dense(256)]\n[BatchNorm]\n[PReLU]\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public async Task In_a_block_it_is_said_where_the_input_is_known()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(100)]
            [{|LW2013:Use<Wide>|}]
            public partial class Net;

            [Block]
            [Maxout(20)]
            [{|LW2013:Maxout(30)|}]
            class Wide;
            """);
        Assert.Contains(run.Analyzers, found => found.GetMessage() == "Wide.Maxout1 has 2 linear pieces for each unit, so 4,040 parameters where [Dense(20)] has 2,020");
    }
}
