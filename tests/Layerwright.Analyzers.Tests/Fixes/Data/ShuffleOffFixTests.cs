using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Analyzers.Tests.Rules.Data;
using Layerwright.CodeFixes.Fixes.Data;

namespace Layerwright.Analyzers.Tests.Fixes.Data;

public class ShuffleOffFixTests
{
    private const string Title = "Remove";

    [Theory]
    [InlineData(
        "new Trainer<Net>(new Net(1), new AdamW()) { BatchSize = 32, Shuffle = false }.Fit(train);",
        "new Trainer<Net>(new Net(1), new AdamW()) { BatchSize = 32 }.Fit(train);")]
    [InlineData(
        "new Trainer<Net>(new Net(1), new AdamW()) { Shuffle = false, BatchSize = 32 }.Fit(train);",
        "new Trainer<Net>(new Net(1), new AdamW()) { BatchSize = 32 }.Fit(train);")]
    [InlineData(
        "Trainer<Net> trainer = new(new Net(1), new AdamW()) { Shuffle = false }; // in the file's order",
        "Trainer<Net> trainer = new(new Net(1), new AdamW()); // in the file's order")]
    [InlineData(
        "new Trainer<Net>(new Net(1), new AdamW())\n{\n    // small\n    BatchSize = 32,\n    Shuffle = false, // sorted by hand\n    Seed = 3,\n}.Fit(train);",
        "new Trainer<Net>(new Net(1), new AdamW())\n{\n    // small\n    BatchSize = 32,\n     // sorted by hand\n    Seed = 3,\n}.Fit(train);")]
    public Task It_takes_the_setting_away_and_nothing_else(string before, string after) =>
        VerifyFix.AloneAsync(new ShuffleOffFix(), Title, DataCode.Method(before), DataCode.Method(after));

    [Fact]
    public Task All_in_a_document() => VerifyFix.AllInDocumentAsync(
        new ShuffleOffFix(),
        "LW6003",
        DataCode.Method("var one = new Trainer<Net>(new Net(1), new AdamW()) { Shuffle = false };\nvar two = new Trainer<Net>(new Net(2), new Sgd(0.1f)) { Shuffle = false, Seed = 2 };"),
        DataCode.Method("var one = new Trainer<Net>(new Net(1), new AdamW());\nvar two = new Trainer<Net>(new Net(2), new Sgd(0.1f)) { Seed = 2 };"));

    [Fact]
    public Task In_a_fields_initialiser() => VerifyFix.AloneAsync(
        new ShuffleOffFix(),
        Title,
        DataCode.Network + "public class Program { private readonly Trainer<Net> _trainer = new(new Net(1), new AdamW()) { Shuffle = false, Threads = 2 }; public void Run(Dataset data) => _trainer.Fit(data); }",
        DataCode.Network + "public class Program { private readonly Trainer<Net> _trainer = new(new Net(1), new AdamW()) { Threads = 2 }; public void Run(Dataset data) => _trainer.Fit(data); }");
}
