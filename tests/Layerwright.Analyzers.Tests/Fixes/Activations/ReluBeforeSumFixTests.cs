using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;

namespace Layerwright.Analyzers.Tests.Fixes.Activations;

public class ReluBeforeSumFixTests
{
    private const string Title = "Move [ReLU] behind the sum";

    private const string Head = "[Network]\n[Input(8)]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\n";

    private const string Block = "\n\n[Block]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\n[Dense(8)]\n[BatchNorm]\n";

    [Fact]
    public Task From_the_block_to_behind_the_residual() => VerifyFix.AloneAsync(
        new ReluBeforeSumFix(),
        Title,
        Head + "[Residual<Inner>] // adds\n[Dense(2)]\npublic partial class Net;" + Block + "// only adds\n[ReLU]\nclass Inner;",
        Head + "[Residual<Inner>] // adds\n[ReLU]\n[Dense(2)]\npublic partial class Net;" + Block + "// only adds\nclass Inner;");

    [Fact]
    public Task Across_files_and_behind_every_residual_of_the_block_but_where_one_stands() => VerifyFix.AloneAsync(
        new ReluBeforeSumFix(),
        Title,
        [Head + "[Residual<Inner>, Residual<Inner>]\n[ReLU]\n[Residual<Inner>]\n[Dense(2)]\npublic partial class Net;", "[Block, Dense(8), BatchNorm, ReLU]\nclass Inner;"],
        [Head + "[Residual<Inner>, ReLU, Residual<Inner>]\n[ReLU]\n[Residual<Inner>, ReLU]\n[Dense(2)]\npublic partial class Net;".Replace("[Residual<Inner>, ReLU]\n[Dense", "[Residual<Inner>]\n[ReLU]\n[Dense", StringComparison.Ordinal), "[Block, Dense(8), BatchNorm]\nclass Inner;"]);

    [Fact]
    public Task All_of_a_document_together() => VerifyFix.AllInDocumentAsync(
        new ReluBeforeSumFix(),
        "LW2015",
        Head + "[Residual<Inner>]\n[Residual<Inner>]\n[Dense(2)]\npublic partial class Net;" + Block + "[ReLU]\nclass Inner;",
        Head + "[Residual<Inner>]\n[ReLU]\n[Residual<Inner>]\n[ReLU]\n[Dense(2)]\npublic partial class Net;" + Block + "class Inner;");

    [Theory]
    [InlineData("[Residual<Inner>][Use<Inner>][Dense(2)]", "")] // used otherwise too
    [InlineData("[Residual<Inner>][Dense(2)]", "static class Other { static Type Type => typeof(Inner); }")]
    [InlineData("[Residual<Inner>][Dense(2)]", "[Network, Input(8), Residual<Inner>, Dense(2)] partial class Other;")]
    [InlineData("[Residual<Inner>]", "")] // the sum is the output
    [InlineData("[Residual<Only>][Dense(2)]", "")] // nothing else in the block
    [InlineData("[Dense(8)][Residual<Inner>][Dense(2)]", "")] // the ReLU would bend weights that nothing normalises
    [InlineData("[Residual<Nested>][Dense(2)]", "")] // the ReLU stands in a block within
    public Task Where_more_than_this_networks_residuals_would_change_nothing_is_offered(string layers, string other) => VerifyFix.OffersNothingAsync(
        new ReluBeforeSumFix(),
        $"{Head}{layers}\npublic partial class Net;{Block}[ReLU]\nclass Inner;\n\n[Block]\n[ReLU]\nclass Only;\n\n[Block]\n[Dense(8)]\n[Use<Only>]\nclass Nested;\n\n{other}");
}
