using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Shapes;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class HugeDenseAfterFlattenTests
{
    private const string Id = "LW1016";

    [Fact]
    public async Task The_message_counts_what_is_held_and_what_the_mean_would_give()
    {
        // 112 + 50·4,096 + 50 + 510 parameters
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [ImageInput(32, 32, 3)]
            [Conv2D(4, 3, Padding = Padding.Same)]
            [BatchNorm]
            [ReLU]
            [Flatten]
            [{|LW1016:Dense(50)|}]
            [BatchNorm]
            [ReLU]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Dense1 holds 204,800 of 205,526 parameters (99 %), because Flatten1 gives it 32×32×4 = 4,096 numbers; [GlobalAveragePool2D] in its place gives 4, one a channel",
            diagnostic.GetMessage());
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("[ImageInput(32, 32, 3)][Flatten][{|LW1016:Dense(50)|}][ReLU][Dense(10)]")]
    [InlineData("[ImageInput(32, 32, 3)][Flatten][{|LW1016:Maxout(30)|}][Dense(10)]")]
    [InlineData("[ImageInput(32, 32, 3)][Flatten][BatchNorm][ReLU][Dropout(0.5)][{|LW1016:Dense(50)|}][Dense(10)]")]
    [InlineData("[SequenceInput(500, 8)][Conv1D(8, 3, Padding = Padding.Same)][Flatten][{|LW1016:Dense(30)|}]")]
    public Task Whatever_bends_or_normalises_between_it_is_the_first_behind_the_flatten(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("[ImageInput(32, 32, 3)][Flatten][Dense(30)][Dense(10)]")] // 92,500
    [InlineData("[ImageInput(32, 32, 3)][Flatten][Dense(100)][ReLU][Dense(1000)]")] // 75 %
    [InlineData("[ImageInput(32, 32, 64)][GlobalAveragePool2D][Dense(2000)]")]
    [InlineData("[ImageInput(1, 1, 3000)][Flatten][Dense(50)]")] // no positions
    [InlineData("[Input(3072)][Dense(50)]")]
    [InlineData("[SequenceInput(10, 300)][Dense(400)]")] // per step
    public Task Small_or_balanced_networks_and_others_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("layerwright.LW1016.parameters = 90000", 30, 1)]
    [InlineData("layerwright.LW1016.parameters = 93000", 30, 0)]
    [InlineData("layerwright.LW1016.share = 0.999", 50, 0)]
    public async Task Both_thresholds_are_options(string setting, int units, int found)
    {
        string dense = found > 0 ? $"{{|LW1016:Dense({units})|}}" : $"Dense({units})";
        await Verify.OnlyWithOptionsAsync(Id, setting, $"[Network]\n[ImageInput(32, 32, 3)]\n[Flatten]\n[{dense}]\n[Dense(10)]\npublic partial class Net;");
    }

    [Fact]
    public Task In_a_block_it_is_said_at_the_use_for_the_whole_network() => Verify.OnlyAsync(Id, """
        [Network]
        [ImageInput(32, 32, 3)]
        [{|LW1016:Use<Classifier>|}]
        public partial class Net;

        [Network]
        [ImageInput(4, 4, 3)]
        [Use<Classifier>]
        public partial class Small;

        [Block]
        [Flatten]
        [Dense(50)]
        [ReLU]
        [Dense(10)]
        class Classifier;
        """);

    [Theory]
    [InlineData("[ImageInput(32, 32, 6)]\n[Conv2D(6, 1)]\n[ReLU]", "GlobalAveragePool2D")]
    [InlineData("[SequenceInput(1024, 6)]\n[Conv1D(6, 1)]\n[ReLU]", "GlobalAveragePool1D")]
    public Task The_fix_takes_the_mean_over_the_positions(string input, string pooling) => VerifyFix.AloneAsync(
        new HugeDenseAfterFlattenFix(),
        $"Replace [Flatten] by [{pooling}]",
        $"[Network]\n{input}\n// a vector\n[Flatten(Name = \"Vector\")] // of all\n[Dense(50)]\n[Dense(2)]\npublic partial class Net;",
        $"[Network]\n{input}\n// a vector\n[{pooling}(Name = \"Vector\")] // of all\n[Dense(50)]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task All_of_a_document_are_replaced_together() => VerifyFix.AllInDocumentAsync(
        new HugeDenseAfterFlattenFix(),
        Id,
        """
        using Vector = Layerwright.FlattenAttribute;

        [Network, ImageInput(32, 32, 6), Conv2D(6, 1), ReLU, FlattenAttribute(), Dense(50), Dense(2)] partial class One;
        [Network] [ImageInput(32, 32, 6)] [Conv2D(6, 1)] [ReLU] [Vector] [Dropout(0.2)] [Dense(50)] [Dense(2)] partial class Two;
        """,
        """
        using Vector = Layerwright.FlattenAttribute;

        [Network, ImageInput(32, 32, 6), Conv2D(6, 1), ReLU, GlobalAveragePool2DAttribute(), Dense(50), Dense(2)] partial class One;
        [Network] [ImageInput(32, 32, 6)] [Conv2D(6, 1)] [ReLU] [GlobalAveragePool2D] [Dropout(0.2)] [Dense(50)] [Dense(2)] partial class Two;
        """);

    [Theory]
    [InlineData("[ImageInput(32, 32, 3), Flatten, Dense(50), Dense(10)]")]
    [InlineData("[ImageInput(34, 34, 3), MaxPool2D(2, Stride = 1), Flatten, Dense(50), Dense(10)]")]
    public async Task The_mean_of_the_input_itself_is_not_offered(string layers)
    {
        var solution = TestWorkspace.Create($"[Network]\n{layers}\npublic partial class Net;");
        var found = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(diagnostic => diagnostic.Id == Id);
        Assert.EndsWith("numbers; convolutions before it would share their weights over all positions", found.GetMessage());
        Assert.Empty(await FixRun.OffersAsync(new HugeDenseAfterFlattenFix(), solution.File(), found));
    }

    [Theory]
    [InlineData("[Flatten, GroupNorm(3072), Dense(50)]")] // three numbers make no such groups
    [InlineData("[Flatten, Dropout(0.5), Dense(50)]")] // fewer than four would be left
    [InlineData("[Flatten, Dense(50, Init = Init.Normal, InitScale = 0.01)]")] // a deviation for so many inputs
    [InlineData("[Flatten, Residual<Wide>, Dense(50)]")] // the branch has the width of the vector
    public async Task Nothing_is_offered_where_what_follows_needs_the_long_vector(string layers)
    {
        var solution = TestWorkspace.Create($"[Network]\n[ImageInput(32, 32, 3)]\n[Conv2D(3, 1)]\n[ReLU]\n{layers}\n[Dense(10)]\npublic partial class Net;\n\n[Block]\n[BatchNorm]\n[ReLU]\nclass Wide;");
        var found = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(diagnostic => diagnostic.Id == Id);
        Assert.Empty(await FixRun.OffersAsync(new HugeDenseAfterFlattenFix(), solution.File(), found));
    }
}
