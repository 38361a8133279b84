using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Initialization;

namespace Layerwright.Analyzers.Tests.Fixes.Initialization;

/// <summary>Fixes that write another <c>Init</c>.</summary>
public class UseInitFixTests
{
    [Fact]
    public Task Xavier_for_he_keeps_comments_and_the_style_that_is_there_and_takes_the_scale_of_what_goes() => VerifyFix.AllInDocumentAsync(
        new HeWithSaturatingFix(),
        "LW3002",
        """
        using Start = Layerwright.Init;

        [Network, Input(4), Dense(8, Init = Init.He, InitScale = 1.5), Tanh, DenseAttribute(8, UseBias = true, Init = Layerwright.Init.HeUniform), Tanh]
        // the third
        [Dense(8, Init = /* why */ Start.He)] // so
        [Sigmoid]
        [Dense(2)]
        public partial class Net;
        """,
        """
        using Start = Layerwright.Init;

        [Network, Input(4), Dense(8, Init = Init.Xavier), Tanh, DenseAttribute(8, UseBias = true, Init = Layerwright.Init.Xavier), Tanh]
        // the third
        [Dense(8, Init = /* why */ Start.Xavier)] // so
        [Sigmoid]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Xavier_for_he_alone() => VerifyFix.AloneAsync(
        new HeWithSaturatingFix(),
        "Use Init.Xavier",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.He)]\n[Tanh]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.Xavier)]\n[Tanh]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Lecun_takes_the_scale_of_what_goes_with_it() => VerifyFix.AloneAsync(
        new SeluInitFix(),
        "Use Init.LeCun",
        "[Network]\n[Input(4)]\n[Dense(8, InitScale = 0.01, Init = Init.Normal, Name = \"First\")] // one\n[SELU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.LeCun, Name = \"First\")] // one\n[SELU]\n[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("Init = Init.LeCun, InitScale = 3", "Init = Init.LeCun")]
    [InlineData("Init = Init.Xavier", "Init = Init.LeCun")]
    [InlineData("InitScale = 3, UseBias = true", "UseBias = true")]
    public Task Lecun_as_it_is_for_a_scaled_one(string before, string after) => VerifyFix.AloneAsync(
        new SeluInitFix(),
        "Use Init.LeCun",
        $"[Network]\n[Input(8)]\n[Dense(8, {before})] // one\n[SELU]\n[Dense(2)]\npublic partial class Net;",
        $"[Network]\n[Input(8)]\n[Dense(8, {after})] // one\n[SELU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Lecun_in_the_whole_document() => VerifyFix.AllInDocumentAsync(
        new SeluInitFix(),
        "LW3004",
        "using static Layerwright.Init;\n[Network, Input(4), Dense(8, Init = He), SELU, Dense(8, Init = (Init)3, InitScale = 2), SELU]\n[Dense(2)]\npublic partial class Net;",
        "using static Layerwright.Init;\n[Network, Input(4), Dense(8, Init = Init.LeCun), SELU, Dense(8, Init = Init.LeCun), SELU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Auto_for_zeros_and_constants() => VerifyFix.AllInDocumentAsync(
        new ZeroInitFix(),
        "LW3005",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.Zeros)]\n[BatchNorm]\n[ReLU]\n[Dense(8, Init = Init.Constant, InitScale = 0.1)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.Auto)]\n[BatchNorm]\n[ReLU]\n[Dense(8, Init = Init.Auto)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Auto_for_zeros_in_a_block_from_its_own_diagnostic() => VerifyFix.AloneAsync(
        new ZeroInitFix(),
        "Use Init.Auto",
        "[Block]\n[Dense(8, Init = Init.Zeros)]\n[BatchNorm]\n[ReLU]\n[Dense(8)]\nclass Inner;",
        "[Block]\n[Dense(8, Init = Init.Auto)]\n[BatchNorm]\n[ReLU]\n[Dense(8)]\nclass Inner;");

    [Fact]
    public Task A_zero_gamma_has_no_fix() => VerifyFix.OffersNothingAsync(
        new ZeroInitFix(), "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm(ZeroGamma = true)]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Auto_for_all_that_are_too_small() => VerifyFix.AloneAsync(
        new TooSmallInitFix(),
        "Use Init.Auto",
        """
        [Network, Input(100), Dense(100, Init = Init.Normal, InitScale = 0.01), Tanh]
        [Dense(100, Init = Init.Uniform /* narrow */, InitScale = 0.01, L2 = 0.1)]
        [Tanh]
        [Dense(100)]
        [Tanh]
        [Dense(10, Init = Init.Normal, InitScale = 0.01)]
        public partial class Net;
        """,
        """
        [Network, Input(100), Dense(100, Init = Init.Auto), Tanh]
        [Dense(100, Init = Init.Auto /* narrow */, L2 = 0.1)]
        [Tanh]
        [Dense(100)]
        [Tanh]
        [Dense(10, Init = Init.Normal, InitScale = 0.01)]
        public partial class Net;
        """);

    [Fact]
    public Task Auto_for_all_that_are_too_small_in_every_network_of_a_document() => VerifyFix.AllInDocumentAsync(
        new TooSmallInitFix(), "LW3006", Two("Init = Init.Normal, InitScale = 0.01", 3), Two("Init = Init.Auto", 3));

    [Fact]
    public Task Auto_for_all_that_are_too_large_in_every_network_of_a_document() => VerifyFix.AllInDocumentAsync(
        new TooLargeInitFix(), "LW3007", Two("InitScale = 2, Init = Init.Uniform", 1), Two("Init = Init.Auto", 1));

    [Fact]
    public Task Small_weights_in_a_block_have_no_fix_at_the_use() => VerifyFix.OffersNothingAsync(
        new TooSmallInitFix(), "[Network]\n[Input(100)]\n[Repeat<Inner>(4)]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(100, Init = Init.Normal, InitScale = 0.01)]\n[ReLU]\nclass Inner;");

    [Fact]
    public Task Auto_for_too_large_ones_and_a_lone_scale_goes() => VerifyFix.AloneAsync(
        new TooLargeInitFix(),
        "Use Init.Auto",
        "[Network]\n[Input(100)]\n[Dense(100, InitScale = 5)]\n[Tanh]\n[Dense(100, Init = Init.Normal)]\n[Tanh]\n[Dense(10)]\npublic partial class Net;",
        "[Network]\n[Input(100)]\n[Dense(100)]\n[Tanh]\n[Dense(100, Init = Init.Auto)]\n[Tanh]\n[Dense(10)]\npublic partial class Net;");

    [Fact]
    public Task Biases_start_at_0() => VerifyFix.AllInDocumentAsync(
        new NonZeroBiasFix(),
        "LW3008",
        "[Network]\n[Input(4)]\n[Dense(8, BiasInit = /* up */ 0.1, Name = \"First\"), Tanh, Dense(8, BiasInit = -1)]\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, BiasInit = /* up */ 0, Name = \"First\"), Tanh, Dense(8, BiasInit = 0)]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task One_bias_starts_at_0() => VerifyFix.AloneAsync(
        new NonZeroBiasFix(),
        "Use 0",
        "[Network]\n[Input(4)]\n[Dense(8, BiasInit = 1)]\n[Tanh]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, BiasInit = 0)]\n[Tanh]\n[Dense(2)]\npublic partial class Net;");

    private static string Two(string init, int layers) => string.Concat(new[] { "One", "Two" }.Select(name =>
        $"[Network]\n[Input(100)]\n{string.Concat(Enumerable.Repeat($"[Dense(100, {init})] // same\n[Tanh]\n", layers))}[Dense(2)]\npublic partial class {name};\n\n"));
}
