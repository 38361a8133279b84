using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Analyzers.Tests.Rules.Data;
using Layerwright.CodeFixes.Fixes.Data;

namespace Layerwright.Analyzers.Tests.Fixes.Data;

public class NoSeedFixTests
{
    private const string Title = "Add a seed";

    [Theory]
    [InlineData("new Trainer<Net>(new Net(), new AdamW()).Fit(train);", "new Trainer<Net>(new Net(seed: 42), new AdamW()).Fit(train);")]
    [InlineData("new Trainer<Net>(new(), new AdamW()).Fit(train);", "new Trainer<Net>(new(seed: 42), new AdamW()).Fit(train);")]
    [InlineData(
        "var net = new global::Net { Normalizer = Normalizer.FitStandardize(train) }; // fresh\nnew Trainer<Net>(net, new AdamW()).Fit(train);",
        "var net = new global::Net(seed: 42) { Normalizer = Normalizer.FitStandardize(train) }; // fresh\nnew Trainer<Net>(net, new AdamW()).Fit(train);")]
    [InlineData(
        "var net = new Net // fresh\n{\n    Normalizer = Normalizer.FitStandardize(train),\n};\nnew Trainer<Net>(net, new AdamW()).Fit(train);",
        "var net = new Net(seed: 42) // fresh\n{\n    Normalizer = Normalizer.FitStandardize(train),\n};\nnew Trainer<Net>(net, new AdamW()).Fit(train);")]
    [InlineData("Net net = new(/* any */);\nnew Trainer<Net>(net, new AdamW()).Fit(train);", "Net net = new(seed: 42/* any */);\nnew Trainer<Net>(net, new AdamW()).Fit(train);")]
    public Task It_writes_one_where_the_network_is_made(string before, string after) =>
        VerifyFix.AloneAsync(new NoSeedFix(), Title, DataCode.Method(before), DataCode.Method(after));

    [Fact]
    public Task All_in_a_document() => VerifyFix.AllInDocumentAsync(
        new NoSeedFix(),
        "LW6007",
        DataCode.Method("new Trainer<Net>(new Net(), new AdamW()).Fit(train);\nnew Trainer<Net>(new(), new AdamW()).Fit(train);"),
        DataCode.Method("new Trainer<Net>(new Net(seed: 42), new AdamW()).Fit(train);\nnew Trainer<Net>(new(seed: 42), new AdamW()).Fit(train);"));
}
