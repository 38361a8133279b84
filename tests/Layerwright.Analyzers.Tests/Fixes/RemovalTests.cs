using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Shapes;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>What stays of a layer that a fix removes: here a flatten of what is a vector.</summary>
public class RemovalTests
{
    [Theory]
    [InlineData("// ───── head ─────\n[Flatten]\n", "// ───── head ─────\n")]
    [InlineData("  [Flatten] // a vector\n", "  // a vector\n")]
    [InlineData("\n[Flatten]\n\n", "\n")]
    [InlineData("\n// head\n[Flatten]\n\n", "\n// head\n\n")]
    [InlineData("/* a */ [Flatten] /* b */ // c\n", "/* a */ /* b */ // c\n")]
    [InlineData("/* a */ [Flatten]\n", "/* a */\n")]
    [InlineData("[/* a */ Flatten] // b\n", "/* a */ // b\n")]
    [InlineData("[Affine] [Flatten]\n", "[Affine]\n")]
    [InlineData("[Flatten(/* of the head */ Name = \"Vector\")] // b\n", "/* of the head */ // b\n")]
    [InlineData("[Flatten( // of the head\n    Name = \"Vector\")]\n", "/* of the head */\n")]
    [InlineData("[Affine, Flatten(Name = \"Vector\" /* of the head */)]\n", "[Affine /* of the head */]\n")]
    [InlineData("[Flatten(Name = \"Vector\" /* of the head */), Affine]\n", "[/* of the head */ Affine]\n")]
    [InlineData("[Flatten(Name = /* a */ \"Vector\") /* b */, /* c */ Affine]\n", "[/* a */ /* b */ /* c */ Affine]\n")]
    public Task Comments_stay_and_lines_are_tidy(string layer, string left) => VerifyFix.AloneAsync(
        new RedundantLayerFix(), "Remove", Network(layer), Network(left));

    [Fact]
    public async Task Line_ends_stay_what_they_are()
    {
        var solution = TestWorkspace.Create(Network("// head\n[Flatten] // a vector\n").ReplaceLineEndings("\r\n"));
        var changed = await FixRun.ApplyAllAsync(new RedundantLayerFix(), solution.File(), Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Document, "LW1020");
        string text = (await changed.File().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Equal(Network("// head\n// a vector\n").ReplaceLineEndings("\r\n"), text);
    }

    private static string Network(string layer) => $"using Affine = Layerwright.TanhAttribute;\n[Network]\n[Input(4)]\n[Dense(4)]\n[BatchNorm]\n{layer}[Dense(2)]\npublic partial class Net;";
}
