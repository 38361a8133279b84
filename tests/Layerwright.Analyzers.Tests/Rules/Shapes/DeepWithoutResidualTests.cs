using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class DeepWithoutResidualTests
{
    private const string Blocks = "\n\n[Block]\n[Dense(8)]\n[ReLU]\nclass Plain;\n\n[Block]\n[Residual<Plain>]\nclass Step;\n\n[Block]\n[Repeat<Plain>(20)]\nclass Long;\n\n"
        + "[Block]\n[Concat<Identity, Plain>]\n[Dense(8)]\nclass Joined;\n\n[Block]\n[Concat<Plain, Plain>]\n[Dense(8)]\nclass Parted;\n\n[Block]\n[Gate<Plain>]\n[Dense(8)]\nclass Gated;";

    [Fact]
    public async Task Twenty_layers_in_a_row_are_marked_once_at_the_first()
    {
        var run = await Verify.OnlyAsync("LW1018", Network("[{|LW1018:Dense(8)|}]\n[ReLU]\n[Repeat<Plain>(18)]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "20 weighted layers follow one another from Dense1 on with no skip around them; put every two or three into a block and use [Residual<T>]",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Repeat<Plain>(18)]")]
    [InlineData("[Dense(8)]\n[Repeat<Step>(30)]")]
    [InlineData("[Repeat<Plain>(18)]\n[Residual<Plain>]\n[Repeat<Plain>(18)]")]
    [InlineData("[Repeat<Joined>(20)]")]
    public Task Less_and_what_has_a_skip_is_silent(string layers) => Verify.OnlyAsync("LW1018", Network(layers));

    [Theory]
    [InlineData("[Residual<Plain>]\n[{|LW1018:Repeat<Plain>(19)|}]")]
    [InlineData("[{|LW1018:Residual<Long>|}]")]
    [InlineData("[{|LW1018:Repeat<Parted>(10)|}]")]
    [InlineData("[{|LW1018:Repeat<Gated>(19)|}]")]
    public Task Layers_behind_in_and_beside_branches_count_where_nothing_leads_past_them(string layers) => Verify.OnlyAsync("LW1018", Network(layers));

    [Fact]
    public async Task What_counts_as_deep_can_be_set()
    {
        await Verify.OnlyWithOptionsAsync("LW1018", "layerwright.LW1018.minimum_depth = 3", Network("[{|LW1018:Dense(8)|}]\n[Dense(8)]"));
        await Verify.OnlyWithOptionsAsync("LW1018", "layerwright.LW1018.minimum_depth = 30", Network("[Repeat<Plain>(28)]"));
    }

    private static string Network(string layers) => $"[Network]\n[Input(8)]\n{layers}\n[Dense(2)]\npublic partial class Net;{Blocks}";
}
