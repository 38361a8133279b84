using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Initialization;

namespace Layerwright.Analyzers.Tests.Fixes.Initialization;

/// <summary>Fixes that set an argument at the ends of the branches that a network stacks.</summary>
public class BlockArgumentFixTests
{
    private const string Gamma = "Set ZeroGamma = true", Scale = "Set InitScale of the last weights";

    [Fact]
    public Task Gamma_is_set_in_every_block_of_the_stack_in_whatever_file_and_form() => VerifyFix.AloneAsync(
        new ResidualGammaFix(),
        Gamma,
        [
            "[Network]\n[Input(8)]\n[Repeat<Unit>(8)]\n[Residual<Other>]\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
            "[Block, Residual<Basic>, ReLU]\nclass Unit;\n\n[Block]\n[Dense(8)]\n[BatchNorm] // last\nclass Basic;\n\n[Block]\n[Dense(8), BatchNormAttribute(Momentum = 0.2, ZeroGamma = false)]\nclass Other;",
        ],
        [
            "[Network]\n[Input(8)]\n[Repeat<Unit>(8)]\n[Residual<Other>]\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
            "[Block, Residual<Basic>, ReLU]\nclass Unit;\n\n[Block]\n[Dense(8)]\n[BatchNorm(ZeroGamma = true)] // last\nclass Basic;\n\n[Block]\n[Dense(8), BatchNormAttribute(Momentum = 0.2, ZeroGamma = true)]\nclass Other;",
        ]);

    [Fact]
    public Task Two_networks_over_one_block_set_it_once() => VerifyFix.AllInDocumentAsync(
        new ResidualGammaFix(),
        "LW3009",
        Two("BatchNorm"),
        Two("BatchNorm(ZeroGamma = true)"));

    [Fact]
    public Task Nothing_is_offered_where_the_block_stands_elsewhere_in_the_network_too() => VerifyFix.OffersNothingAsync(
        new ResidualGammaFix(), Two("BatchNorm").Replace("[Dense(2)]\npublic partial class One", "[Use<Basic>]\n[ReLU]\n[Dense(2)]\npublic partial class One", StringComparison.Ordinal));

    [Fact]
    public Task Nothing_is_offered_where_another_network_uses_the_block_as_it_is() => VerifyFix.OffersNothingAsync(
        new ResidualGammaFix(), Two("BatchNorm") + "\n\n[Network]\n[Input(8)]\n[Use<Basic>]\n[ReLU]\n[Dense(2)]\npublic partial class Three;");

    [Fact]
    public Task The_last_weights_get_the_scale_with_which_all_blocks_add_as_much_as_one() => VerifyFix.AloneAsync(
        new ResidualGrowthFix(), Scale, Deep("Dense(8, Init = Init.LeCun)"), Deep("Dense(8, Init = Init.LeCun, InitScale = 0.35)"));

    [Fact]
    public Task A_scale_that_is_there_is_multiplied() => VerifyFix.AllInDocumentAsync(
        new ResidualGrowthFix(), "LW3011", Deep("Dense(8, InitScale = 2, Init = Init.LeCun)"), Deep("Dense(8, InitScale = 0.34, Init = Init.LeCun)"));

    [Fact]
    public Task Nothing_is_offered_where_one_number_would_not_do() => VerifyFix.OffersNothingAsync(
        new ResidualGrowthFix(),
        Deep("Dense(8, Init = Init.LeCun)").Replace("[Dense(2)]", "[Residual<Other>]\n[Dense(2)]", StringComparison.Ordinal) + "\n\n[Block]\n[Dense(8, InitScale = 0.9)]\nclass Other;");

    private static string Two(string norm) => string.Concat(new[] { "One", "Two" }.Select(name =>
        $"[Network]\n[Input(8)]\n[Repeat<Unit>(8)]\n[Dense(2)]\npublic partial class {name};\n\n"))
        + $"[Block]\n[Residual<Basic>]\n[ReLU]\nclass Unit;\n\n[Block]\n[Dense(8)]\n// the last\n[{norm}]\nclass Basic;";

    private static string Deep(string last) => $"[Network]\n[Input(8)]\n[Repeat<Unit>(8)]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Residual<Basic>]\nclass Unit;\n\n[Block]\n[{last}]\nclass Basic;";
}
