using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;

namespace Layerwright.Analyzers.Tests.Fixes.Activations;

public class DoubleActivationFixTests
{
    [Theory]
    [InlineData("[ReLU] // stays\n// goes\n[ReLU] // goes too\n", "[ReLU] // stays\n// goes\n// goes too\n")]
    [InlineData("[ReLU, Tanh(Name = \"T\")]\n", "[ReLU]\n")]
    [InlineData("[ReLU] /* why */ [GELUAttribute] ", "[ReLU] /* why */ ")]
    public Task The_second_goes_and_its_comments_stay(string before, string after) => VerifyFix.AloneAsync(
        new DoubleActivationFix(),
        "Remove one",
        $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n{before}[Dense(2)]\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n{after}[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(2)]\n[ReLU]\n[Sigmoid]", "[Dense(2)]\n[Sigmoid]")] // the output's range
    [InlineData("[Dense(8, Init = Init.Xavier)]\n[BatchNorm]\n[Sigmoid]\n[ReLU]\n[Dense(2)]", "[Dense(8)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]")]
    [InlineData("[Dense(8, Init = Init.He)]\n[ReLU]\n[SELU]\n[AlphaDropout(0.1)]\n[Dense(2)]", "[Dense(8)]\n[SELU]\n[AlphaDropout(0.1)]\n[Dense(2)]")]
    public Task The_first_goes_where_the_last_is_what_the_layer_is_for(string before, string after) => VerifyFix.AloneAsync(
        new DoubleActivationFix(),
        "Remove one",
        $"[Network]\n[Input(4)]\n{before}\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n{after}\npublic partial class Net;");

    [Fact]
    public Task Rows_of_any_length_are_mended_together() => VerifyFix.AllInDocumentAsync(
        new DoubleActivationFix(),
        "LW2004",
        "[Network, Input(4), Dense(8), BatchNorm, ReLU, Tanh, ReLU, Dense(8), BatchNorm, PReLU, ReLU6, Dense(2), ReLU, Softplus] partial class One;\n\n[Block]\n[Dense(8)]\n[BatchNorm]\n[Tanh]\n[Tanh]\n[Dense(8)]\nclass Inner;",
        "[Network, Input(4), Dense(8), BatchNorm, ReLU, Dense(8), BatchNorm, PReLU, Dense(2), Softplus] partial class One;\n\n[Block]\n[Dense(8)]\n[BatchNorm]\n[Tanh]\n[Dense(8)]\nclass Inner;");

    [Theory]
    [InlineData("[Use<Inner>][Sigmoid]")] // the first would have to go, but stands in a block
    [InlineData("[Dense(4)][ReLU][Use<Begins>][Dense(2)]")]
    public Task No_fix_edits_a_block_from_a_networks_diagnostic(string layers) => VerifyFix.OffersNothingAsync(
        new DoubleActivationFix(),
        $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\nclass Inner;\n\n[Block]\n[ReLU]\n[Dense(4)]\nclass Begins;");
}
