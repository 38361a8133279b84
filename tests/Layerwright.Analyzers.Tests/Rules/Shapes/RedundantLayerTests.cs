using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class RedundantLayerTests
{
    [Theory]
    [InlineData("[Input(64)]\n[{|LW1020:Flatten|}]", "Flatten1 changes nothing: its input is a vector of 64 already; remove it")]
    [InlineData("[ImageInput(4, 4, 3)]\n[{|LW1020:MaxPool2D(1)|}]\n[Flatten]", "MaxPool2D1 changes nothing: its window is 1×1; remove it")]
    [InlineData("[ImageInput(4, 4, 3)]\n[{|LW1020:AveragePool2D(1, 1)|}]\n[Flatten]", "AveragePool2D1 changes nothing: its window is 1×1; remove it")]
    [InlineData("[SequenceInput(4, 3)]\n[{|LW1020:AveragePool1D(1)|}]\n[Flatten]", "AveragePool1D1 changes nothing: its window is 1; remove it")]
    [InlineData("[Input(64)]\n[{|LW1020:Repeat<Inner>(1)|}]", "Repeat1 changes nothing: it runs its block once; remove the repetition and use [Use<T>]")]
    public async Task What_hands_on_its_input_is_marked(string layers, string message)
    {
        var run = await Verify.OnlyAsync("LW1020", Network(layers));
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[SequenceInput(4, 3)]\n[Flatten]")]
    [InlineData("[ImageInput(1, 1, 8)]\n[Flatten]")]
    [InlineData("[ImageInput(4, 4, 3)]\n[MaxPool2D(1, Stride = 2)]\n[Flatten]")]
    [InlineData("[ImageInput(4, 4, 3)]\n[MaxPool2D(1, 2)]\n[Flatten]")]
    [InlineData("[ImageInput(4, 4, 3)]\n[Conv2D(3, 1)]\n[Flatten]")]
    [InlineData("[Input(64)]\n[Repeat<Inner>(2)]\n[Use<Inner>]")]
    public Task What_changes_something_is_silent(string layers) => Verify.OnlyAsync("LW1020", Network(layers));

    [Fact]
    public async Task A_blocks_flatten_is_judged_at_each_use_and_the_rest_where_it_is_written()
    {
        var run = await Verify.OnlyAsync("LW1020", """
            [Network]
            [ImageInput(4, 4, 3)]
            [Use<Flat>]
            [Dense(8)]
            [{|LW1020:Use<Flat>|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(8)]
            class Inner;

            [Block]
            [Flatten]
            class Flat;

            [Block]
            [{|LW1020:MaxPool2D(1)|}]
            [Flatten]
            [{|LW1020:Repeat<Inner>(1)|}]
            class Idle;
            """);
        Assert.Contains(run.Analyzers, found => found.GetMessage() == "Flat.Flatten1 changes nothing: its input is a vector of 8 already; remove it");
    }

    private static string Network(string layers) => $"[Network]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\n[ReLU]\nclass Inner;";
}
