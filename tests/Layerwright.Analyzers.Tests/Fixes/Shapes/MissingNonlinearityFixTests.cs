using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Shapes;

namespace Layerwright.Analyzers.Tests.Fixes.Shapes;

public class MissingNonlinearityFixTests
{
    [Fact]
    public Task Behind_the_first_layer_with_its_comment() => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        "Insert [BatchNorm] and [ReLU]",
        "[Network]\n[Input(4)]\n[Dense(8)] // wide\n// the head\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)] // wide\n[BatchNorm]\n[ReLU]\n// the head\n[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(8)][BatchNorm]", "[ReLU]", "[Dropout(0.1)]")]
    [InlineData("[Dense(8)][Dropout(0.1)][LayerNorm]", "[ReLU]", "")]
    [InlineData("[Dense(8)]", "[BatchNorm] [ReLU]", "[Dropout(0.1)]")]
    public Task Behind_a_normalisation_that_stands_there_without_another(string before, string inserted, string after) => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        inserted.Contains(' ', StringComparison.Ordinal) ? "Insert [BatchNorm] and [ReLU]" : $"Insert {inserted}",
        $"[Network][Input(4)]{before}{after}[Dense(2)] public partial class Net;",
        $"[Network][Input(4)]{before} {inserted}{after}[Dense(2)] public partial class Net;");

    [Theory]
    [InlineData("LeakyReLU(0.2)", "LeakyReLU(0.2)")]
    [InlineData("LeakyReLU", "LeakyReLU")]
    [InlineData("LeakyReLU(slope: 0.01, Name = \"Bend\")", "LeakyReLU")]
    [InlineData("PReLU(PerChannel = true)", "PReLU(PerChannel = true)")]
    [InlineData("GELU(Approximate = true, Key = \"g\")", "GELU(Approximate = true)")]
    [InlineData("HardTanh", "HardTanh")]
    public Task The_networks_own_activation_with_what_shapes_it(string written, string inserted) => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        $"Insert [BatchNorm] and [{inserted}]",
        $"[Network]\n[Input(4)]\n[Dense(8), BatchNorm, {written}]\n[Dense(8)]\n[Dense(2)]\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n[Dense(8), BatchNorm, {written}]\n[Dense(8)]\n[BatchNorm]\n[{inserted}]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task The_commonest_of_several_and_never_a_sigmoid() => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        "Insert [BatchNorm] and [SiLU]",
        "[Network, Input(4), Dense(8), BatchNorm, Tanh, Dense(8), BatchNorm, SiLU, Dense(8), BatchNorm, SiLU, Dense(8), BatchNorm, Sigmoid, Dense(8), BatchNorm, Sigmoid, Dense(8), BatchNorm, Sigmoid, Dense(8), Dense(2)]\npartial class Net;",
        "[Network, Input(4), Dense(8), BatchNorm, Tanh, Dense(8), BatchNorm, SiLU, Dense(8), BatchNorm, SiLU, Dense(8), BatchNorm, Sigmoid, Dense(8), BatchNorm, Sigmoid, Dense(8), BatchNorm, Sigmoid, Dense(8), BatchNorm, SiLU, Dense(2)]\npartial class Net;");

    [Fact]
    public Task In_a_self_normalising_network_selu_alone_and_the_weights_lose_what_does_not_suit_it() => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        "Insert [SELU]",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[SELU]\n[Dense(8, Init = Init.He, L2 = 1e-4)]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[SELU]\n[Dense(8, L2 = 1e-4)]\n[SELU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Theory]
    [InlineData("[LayerNorm][Dense(8)][GELU][LayerNorm][Dense(8)]", "[GELU]")]
    [InlineData("[Dense(8)][LayerNorm][GELU][Dense(8)]", "[LayerNorm] [GELU]")]
    [InlineData("[Dense(8)][GroupNorm(4, Epsilon = 0.001)][GELU][Dense(8)]", "[GroupNorm(4, Epsilon = 0.001)] [GELU]")]
    public Task A_network_that_normalises_over_rows_gets_no_batch_normalisation(string before, string inserted) => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        $"Insert {inserted.Replace("] [", "] and [", StringComparison.Ordinal)}",
        $"[Network][Input(4)]{before}[Dense(2)][SoftmaxCrossEntropy] public partial class Net;",
        $"[Network][Input(4)]{before} {inserted}[Dense(2)][SoftmaxCrossEntropy] public partial class Net;");

    [Fact]
    public Task Bias_and_init_go_together_and_several_networks_are_mended_at_once() => VerifyFix.AllInDocumentAsync(
        new MissingNonlinearityFix(),
        "LW1015",
        """
        using L = Layerwright;

        [Network]
        [Input(4)]
        [Dense(8, UseBias = true, Init = Init.LeCun, L1 = 0), L.DenseAttribute(Init = Init.Xavier, units: 8, UseBias = true)]
        [Dense(2)] // head
        public partial class One;

        [Network] [Input(4)] [global::Layerwright.Dense(8, UseBias = true)] /* why */ [Dense(2)]
        public partial class Two;

        [Block]
        [Dense(16)]
        [Dense(8)]
        class Inner;
        """,
        """
        using L = Layerwright;

        [Network]
        [Input(4)]
        [Dense(8, L1 = 0), BatchNorm, ReLU, L.DenseAttribute(units: 8), BatchNorm, ReLU]
        [Dense(2)] // head
        public partial class One;

        [Network] [Input(4)] [global::Layerwright.Dense(8)] [BatchNorm] [ReLU] /* why */ [Dense(2)]
        public partial class Two;

        [Block]
        [Dense(16)]
        [BatchNorm]
        [ReLU]
        [Dense(8)]
        class Inner;
        """);

    [Fact]
    public Task Between_a_block_and_the_networks_own_layers_the_network_is_edited() => VerifyFix.AllInDocumentAsync(
        new MissingNonlinearityFix(),
        "LW1015",
        "[Network]\n[Input(8)]\n[Dense(8)]\n[Use<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Inner;",
        "[Network]\n[Input(8)]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\n[Use<Inner>]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Inner;");

    [Theory]
    [InlineData("[Concat<Plain, Plain>]", "[BatchNorm] [ReLU]", "[Dropout(0.1)][Dense(2)]")]
    [InlineData("[Concat<Plain, Plain>][BatchNorm]", "[ReLU]", "[Dense(2)]")]
    [InlineData("[Dense(8, UseBias = false)][Concat<Identity, Plain>]", "[BatchNorm] [ReLU]", "[Dense(2)]")]
    [InlineData("[Concat<Plain, Dropped>]", "[BatchNorm] [ReLU]", "[Dense(2)]")]
    [InlineData("[Dense(8)]", "[BatchNorm] [ReLU]", "[Concat<Plain, Plain>]")]
    [InlineData("[GroupNorm(4)][Dense(6)][GELU][GroupNorm(2)][Concat<Plain, Plain>]", "[GELU]", "[Dense(2)]")]
    public Task Behind_a_concatenation_or_before_one(string before, string inserted, string after) => VerifyFix.AloneAsync(
        new MissingNonlinearityFix(),
        $"Insert {inserted.Replace("] [", "] and [", StringComparison.Ordinal)}",
        $"[Network][Input(8)]{before}{after} public partial class Net;{Blocks}",
        $"[Network][Input(8)]{before} {inserted}{after} public partial class Net;{Blocks}");

    [Theory]
    [InlineData("[Repeat<Plain>(2)]")] // between two rounds
    [InlineData("[Use<Biased>][Dense(2)]")] // a bias that the normalisation would cancel
    [InlineData("[Use<Started>][Dense(2)]")] // an Init that would not suit the activation
    [InlineData("[Use<Dropped>][Dense(2)]")] // behind the block, but not behind its weights
    [InlineData("[Dense(8, Frozen = true)][Dense(2)]")] // live statistics above frozen weights
    [InlineData("[Dense(8)][SELU][Dense(8)][Dropout(0.1)][Dense(2)]")] // plain dropout behind SELU
    [InlineData("[Dense(8)][BatchNorm(ZeroGamma = true)][Dense(2)]")] // γ = 0 would silence a rectifier
    [InlineData("[Concat<Plain, Biased>][Dense(2)]")] // a bias of a branch, which the normalisation would cancel
    [InlineData("[Concat<Plain, Started>][Dense(2)]")] // an Init of a branch that would not suit the activation
    [InlineData("[Dense(8, UseBias = true)][Concat<Identity, Plain>][Dense(2)]")] // a bias that is not right before the place
    [InlineData("[GroupNorm(4)][Dense(6)][GELU][Dense(6)][Dense(2)]")] // groups that do not come out even
    public Task Where_the_result_would_be_warned_for_nothing_is_offered(string layers) => VerifyFix.OffersNothingAsync(
        new MissingNonlinearityFix(),
        $"[Network]\n[Input(8)]\n{layers}\npublic partial class Net;{Blocks}");

    private const string Blocks = """


        [Block]
        [Dense(8)]
        class Plain;

        [Block]
        [Dense(8, UseBias = true)]
        class Biased;

        [Block]
        [Dense(8, Init = Init.Xavier)]
        class Started;

        [Block]
        [Dense(8)]
        [Dropout(0.1)]
        class Dropped;
        """;
}
