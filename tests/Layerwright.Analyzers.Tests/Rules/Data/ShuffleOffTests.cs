using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class ShuffleOffTests
{
    [Theory]
    [InlineData("var trainer = new Trainer<Net>(new Net(1), new AdamW()) { {|LW6003:Shuffle = false|} };\ntrainer.Fit(train);")]
    [InlineData("new Trainer<Net>(new Net(1), new AdamW())\n{\n    BatchSize = 32,\n    {|LW6003:Shuffle = false|},\n}.Fit(train);")]
    [InlineData("Trainer<Net> trainer = new(new Net(1), new AdamW()) { {|LW6003:Shuffle = false|}, Seed = 2 };")]
    [InlineData("const bool Order = false;\nvar trainer = new Trainer<Net>(new Net(1), new AdamW()) { {|LW6003:Shuffle = Order|} };")]
    [InlineData("bool shuffle = false;\nvar trainer = new Trainer<Net>(new Net(1), new AdamW()) { {|LW6003:Shuffle = shuffle|} };")]
    public async Task It_fires_on_the_setting(string statements) => await DataCode.VerifyAsync("LW6003", DataCode.Method(statements));

    [Theory]
    [InlineData("var trainer = new Trainer<Net>(new Net(1), new AdamW()) { Shuffle = true };")]
    [InlineData("var trainer = new Trainer<Net>(new Net(1), new AdamW()) { BatchSize = 32 };")]
    [InlineData("var trainer = new Trainer<Net>(new Net(1), new AdamW()) { Shuffle = data.Count > 100 };")]
    [InlineData("bool shuffle = false;\nif (data.Count > 100) { shuffle = true; }\nvar trainer = new Trainer<Net>(new Net(1), new AdamW()) { Shuffle = shuffle };")]
    [InlineData("var other = new Deck { Shuffle = false };")]
    public async Task It_is_silent_where_rows_are_shuffled_or_may_be(string statements) =>
        await DataCode.VerifyAsync("LW6003", DataCode.Method(statements) + "\npublic class Deck { public bool Shuffle { get; set; } }");

    [Fact]
    public async Task It_looks_at_a_programs_top_level_too() => await Verify.OnlyAsync(
        "LW6003", "var trainer = new Trainer<Net>(new Net(1), new AdamW()) { {|LW6003:Shuffle = false|} };\nConsole.WriteLine(trainer.Shuffle);\n" + DataCode.Network);

    [Fact]
    public async Task It_is_a_warning_that_names_the_default()
    {
        var run = await DataCode.VerifyAsync("LW6003", DataCode.Method("var trainer = new Trainer<Net>(new Net(1), new AdamW()) { {|LW6003:Shuffle = false|} };"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(
            "Shuffle = false takes the rows in the same order in every epoch, so that neighbours always share a step; leave it out: the default is true",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
