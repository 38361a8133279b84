using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Fixes.Activations;

/// <summary>Fixes that replace an activation or its slope: LW2002, LW2008, LW2011, LW2012.</summary>
public class ActivationFixTests
{
    [Fact]
    public Task Tanh_gives_way_to_relu_and_the_weights_lose_what_suited_it() => VerifyFix.AllInDocumentAsync(
        new TanhInHiddenLayerFix(),
        "LW2002",
        """
        using Bend = Layerwright.TanhAttribute;

        [Network]
        [Input(4)]
        [Dense(8, Init = Init.Xavier), Tanh /* first */, Dense(8)]
        // the second
        [global::Layerwright.TanhAttribute(Name = "Second")] // bends
        [Dense(8)]
        [Bend]
        [Dense(2)]
        public partial class Net;
        """,
        """
        using Bend = Layerwright.TanhAttribute;

        [Network]
        [Input(4)]
        [Dense(8), ReLU /* first */, Dense(8)]
        // the second
        [global::Layerwright.ReLUAttribute(Name = "Second")] // bends
        [Dense(8)]
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task One_tanh_alone_keeps_its_key() => VerifyFix.AloneAsync(
        new TanhInHiddenLayerFix(),
        "Replace by [ReLU]",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[Tanh(Key = \"a\")] // a\n[Dense(8), Tanh, Dense(8), Tanh]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[ReLU(Key = \"a\")] // a\n[Dense(8), Tanh, Dense(8), Tanh]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Softmax_gives_way_to_relu() => VerifyFix.AloneAsync(
        new SoftmaxInHiddenLayerFix(),
        "Replace by [ReLU]",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.LeCun)]\n[BatchNorm]\n// shares\n[Softmax(Name = \"S\")] // of 1\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n// shares\n[ReLU(Name = \"S\")] // of 1\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task All_softmaxes_of_a_document_give_way() => VerifyFix.AllInDocumentAsync(
        new SoftmaxInHiddenLayerFix(),
        "LW2008",
        "[Network, Input(4), Dense(8), BatchNorm, Softmax, Dense(8), BatchNorm, LogSoftmaxAttribute(), Dense(2)] partial class One;\n[Block, Dense(8), BatchNorm, Softmax, Dense(2)] class Inner;",
        "[Network, Input(4), Dense(8), BatchNorm, ReLU, Dense(8), BatchNorm, ReLUAttribute(), Dense(2)] partial class One;\n[Block, Dense(8), BatchNorm, ReLU, Dense(2)] class Inner;");

    [Theory]
    [InlineData("[BatchNorm][ReLU][Softmax]")]
    [InlineData("[BatchNorm][Softmax][Tanh]")]
    [InlineData("[BatchNorm][Softmax][Softmax]")]
    [InlineData("[BatchNorm(ZeroGamma = true)][Softmax]")] // γ = 0 would silence it
    public Task Where_a_relu_would_be_one_too_many_or_be_silenced_nothing_is_offered(string activations) => VerifyFix.OffersNothingAsync(
        new SoftmaxInHiddenLayerFix(), $"[Network]\n[Input(4)]\n[Dense(8)]\n{activations}\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task Behind_a_scale_of_0_a_sigmoid_may_become_tanh_but_no_relu()
    {
        var solution = TestWorkspace.Create("[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm(ZeroGamma = true)]\n[Sigmoid]\n[Dense(2)]\npublic partial class Net;");
        var diagnostic = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(found => found.Id == "LW2001");
        var offers = await FixRun.OffersAsync(new SigmoidInHiddenLayerFix(), solution.File(), diagnostic);
        Assert.Equal(["Replace by [Tanh]"], offers.Select(offer => offer.Title));
    }

    [Fact]
    public Task Behind_a_scale_of_zero_a_relu_would_let_nothing_through() => VerifyFix.OffersNothingAsync(
        new SoftmaxInHiddenLayerFix(), "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm(ZeroGamma = true)]\n[Softmax]\n[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("LeakyReLU(0)", "LeakyReLU(0.01)", "Use 0.01")]
    [InlineData("LeakyReLUAttribute(slope: 1.5, Name = \"L\")", "LeakyReLUAttribute(slope: 0.01, Name = \"L\")", "Use 0.01")]
    [InlineData("ELU(-1) /* bends */", "ELU(1) /* bends */", "Use 1")]
    public Task A_slope_gets_its_usual_value(string before, string after, string title) => VerifyFix.AloneAsync(
        new BadSlopeFix(),
        title,
        $"[Network]\n[Input(4)]\n[Dense(8), BatchNorm, {before}, Dense(2)]\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n[Dense(8), BatchNorm, {after}, Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Slopes_are_mended_together() => VerifyFix.AllInDocumentAsync(
        new BadSlopeFix(),
        "LW2011",
        "[Network]\n[Input(4)]\n[Dense(8), BatchNorm]\n[LeakyReLU(2)] // steep\n[Dense(8), BatchNorm, ELU(alpha: 0)]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8), BatchNorm]\n[LeakyReLU(0.01)] // steep\n[Dense(8), BatchNorm, ELU(alpha: 1)]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task All_that_may_die_becomes_leaky_at_once()
    {
        const string Before = "[Network, Input(4)]\n[Dense(4)]\n[ReLU(Name = \"First\")] // first\n[Dense(4), ReLU, Dense(4), ReLU, Dense(4), ReLU, Dense(4), ReLU, Dense(4), ReLU]\n[Dense(64), ReLU]\n[Dense(4), ReLU]\n[Dense(4)]\n[Layerwright.ReLU]\n[Dense(2)]\npublic partial class Net;";
        const string After = "[Network, Input(4)]\n[Dense(4)]\n[LeakyReLU(Name = \"First\")] // first\n[Dense(4), LeakyReLU, Dense(4), LeakyReLU, Dense(4), LeakyReLU, Dense(4), LeakyReLU, Dense(4), LeakyReLU]\n[Dense(64), ReLU]\n[Dense(4), LeakyReLU]\n[Dense(4)]\n[Layerwright.LeakyReLU]\n[Dense(2)]\npublic partial class Net;";
        await VerifyFix.AloneAsync(new DyingReluRiskFix(), "Replace by [LeakyReLU]", Before, After);
        await VerifyFix.AllInDocumentAsync(new DyingReluRiskFix(), "LW2012", Before, After);
    }

    [Theory]
    [InlineData("LW2002", "[Repeat<Inner>(3)]", "Tanh")]
    [InlineData("LW2008", "[Use<Inner>]", "Softmax")]
    [InlineData("LW2012", "[Repeat<Inner>(10)]", "ReLU")]
    public Task No_fix_edits_a_block_from_a_networks_diagnostic(string id, string use, string activation) => VerifyFix.OffersNothingAsync(
        Fix(id), $"[Network]\n[Input(4)]\n{use}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[{activation}]\nclass Inner;");

    private static CodeFixProvider Fix(string id) => id switch
    {
        "LW2002" => new TanhInHiddenLayerFix(),
        "LW2008" => new SoftmaxInHiddenLayerFix(),
        _ => new DyingReluRiskFix(),
    };
}
