using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class NormOverOneTests
{
    private const string Id = "LW4010";

    [Theory]
    [InlineData("[Input(4)][Dense(1)][{|LW4010:LayerNorm|}][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(6)][{|LW4010:GroupNorm(6)|}][ReLU][Dense(2)]")]
    [InlineData("[Input(4)][Dense(1)][{|LW4010:GroupNorm(groups: 1)|}]")]
    [InlineData("[ImageInput(8, 8, 3)][Conv2D(1, 3)][{|LW4010:LayerNorm(Epsilon = 1e-3)|}]")]
    [InlineData("[ImageInput(3, 3, 3)][Conv2D(8, 3)][{|LW4010:GroupNorm(8)|}]")]
    [InlineData("[SequenceInput(5, 4)][Dense(1)][{|LW4010:LayerNorm|}]")]
    public async Task Mean_and_variance_of_one_element_are_an_error_that_generates_all_the_same(string layers)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Analyzers).Severity);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("[Input(4)][Dense(2)][LayerNorm]")]
    [InlineData("[Input(4)][Dense(6)][GroupNorm(3)]")]
    [InlineData("[Input(4)][Dense(1)][BatchNorm]")] // over the batch
    [InlineData("[Input(4)][Dense(1)][RMSNorm]")] // no mean is taken off: the sign is left
    [InlineData("[ImageInput(8, 8, 3)][Conv2D(8, 3)][GroupNorm(8)]")] // positions too
    public Task Over_more_it_is_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(1)][{|LW4010:LayerNorm|}]", "LayerNorm1 gets 1 and takes mean and variance of a single element, which leaves 0 of whatever it was; remove it")]
    [InlineData("[Dense(6)][{|LW4010:GroupNorm(6)|}]", "GroupNorm1 gets 6 in 6 groups and takes mean and variance of a single element, which leaves 0 of whatever it was; remove it, or use at most 3 groups")]
    [InlineData("[Dense(9)][{|LW4010:GroupNorm(9)|}]", "GroupNorm1 gets 9 in 9 groups and takes mean and variance of a single element, which leaves 0 of whatever it was; remove it, or use at most 3 groups")]
    [InlineData("[Dense(1)][{|LW4010:GroupNorm(1)|}]", "GroupNorm1 gets 1 in 1 groups and takes mean and variance of a single element, which leaves 0 of whatever it was; remove it")]
    public async Task The_message_says_how_many_groups_would_do(string layers, string message)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task A_block_that_knows_its_width_says_it_itself_and_one_that_does_not_at_its_use() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [Use<Known>]
        [{|LW4010:Use<Unknown>|}]
        public partial class Net;

        [Network]
        [Input(4)]
        [Use<Unknown>]
        public partial class Wide;

        [Block]
        [Dense(1)]
        [{|LW4010:LayerNorm|}]
        class Known;

        [Block]
        [LayerNorm]
        class Unknown;
        """);

    [Fact]
    public Task The_fix_removes_it_and_keeps_the_comments() => VerifyFix.AloneAsync(
        new NormOverOneFix(),
        "Remove",
        "[Network]\n[Input(4)]\n[Dense(1)] // price\n// keep in range\n[LayerNorm] // ?\n[MeanSquaredError]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1)] // price\n// keep in range\n// ?\n[MeanSquaredError]\npublic partial class Net;");

    [Fact]
    public Task In_lists_with_suffix_and_by_alias_all_are_removed_together() => VerifyFix.AllInDocumentAsync(
        new NormOverOneFix(),
        Id,
        """
        using Norm = Layerwright.LayerNormAttribute;

        [Network, Input(4), Dense(6), GroupNormAttribute(groups: 6), MeanSquaredError] partial class One;
        [Network] [Input(4)] [Dense(1)] [Norm] [Dense(3)] partial class Two;
        """,
        """
        using Norm = Layerwright.LayerNormAttribute;

        [Network, Input(4), Dense(6), MeanSquaredError] partial class One;
        [Network] [Input(4)] [Dense(1)] [Dense(3)] partial class Two;
        """);

    [Fact]
    public Task Where_a_normalisation_is_missing_anyway_it_is_removed_before_an_activation_too() => VerifyFix.AllInDocumentAsync(
        new NormOverOneFix(),
        Id,
        """
        [Network, Input(4), Dense(8), ReLU, Dense(1), LayerNorm, ReLU, Dense(2), SoftmaxCrossEntropy] partial class One;
        [Network, Input(4), Dense(6), GroupNorm(6), ReLU, Dense(2)] partial class OwnLoop;
        """,
        """
        [Network, Input(4), Dense(8), ReLU, Dense(1), ReLU, Dense(2), SoftmaxCrossEntropy] partial class One;
        [Network, Input(4), Dense(6), ReLU, Dense(2)] partial class OwnLoop;
        """);

    [Fact]
    public Task Before_a_hidden_activation_one_over_the_batch_takes_its_place() => VerifyFix.AllInDocumentAsync(
        new NormOverOneFix(),
        Id,
        """
        [Network]
        [Input(4)]
        [Dense(1, UseBias = true)]
        // one
        [LayerNorm(Epsilon = 1e-4)] // feature
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        partial class Features;

        [Network, ImageInput(8, 8, 3), Conv2D(8, 8), GroupNormAttribute(8, Name = "Norm"), ReLU, Flatten, Dense(10), SoftmaxCrossEntropy] partial class Channels;
        """,
        """
        [Network]
        [Input(4)]
        [Dense(1)]
        // one
        [BatchNorm(Epsilon = 1e-4)] // feature
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        partial class Features;

        [Network, ImageInput(8, 8, 3), Conv2D(8, 8), BatchNormAttribute(Name = "Norm"), ReLU, Flatten, Dense(10), SoftmaxCrossEntropy] partial class Channels;
        """);

    [Fact]
    public Task The_replacement_says_what_it_is() => VerifyFix.AloneAsync(
        new NormOverOneFix(),
        "Replace by [BatchNorm]",
        "[Network]\n[Input(4)]\n[Dense(1)]\n[LayerNorm]\n[ReLU]\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1)]\n[BatchNorm]\n[ReLU]\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Theory]
    [InlineData("[Use<Unknown>]")]
    [InlineData("[LayerNorm, Dense(3), ReLU, Dense(3)]")] // another normalisation is missing behind the weights that follow
    public Task Nothing_is_offered_where_a_block_would_change_or_another_warning_come(string layers) => VerifyFix.OffersNothingAsync(
        new NormOverOneFix(), $"[Network]\n[Input(4)]\n[Dense(1)]\n{layers}\n[MeanSquaredError]\npartial class Net;\n\n[Block]\n[LayerNorm]\nclass Unknown;");
}
