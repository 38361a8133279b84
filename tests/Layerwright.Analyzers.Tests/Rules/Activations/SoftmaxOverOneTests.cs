using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class SoftmaxOverOneTests
{
    private const string Id = "LW2007", WithLoss = "Remove [Softmax], use [BinaryCrossEntropy]";

    [Theory]
    [InlineData("[Input(4)][Dense(1)][{|LW2007:Softmax|}]")]
    [InlineData("[Input(4)][Dense(1)][{|LW2007:LogSoftmax|}]")]
    [InlineData("[Input(4)][Dense(1)][{|LW2007:Softmax|}][BinaryCrossEntropy]")]
    [InlineData("[Input(4)][Dense(1)][BatchNorm][{|LW2007:Softmax(Name = \"Share\")|}][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(1)][{|LW2007:Softmax|}][Dense(8)]")]
    [InlineData("[SequenceInput(5, 4)][Dense(1)][{|LW2007:Softmax|}]")]
    [InlineData("[ImageInput(5, 5, 3)][Conv2D(1, 3)][{|LW2007:Softmax|}]")]
    public async Task A_single_value_has_no_shares(string layers)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Analyzers).Severity);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("[Input(4)][Dense(2)][Softmax]")]
    [InlineData("[Input(4)][Dense(1)][Sigmoid]")]
    [InlineData("[SequenceInput(1, 4)][Dense(3)][Softmax]")]
    [InlineData("[Input(1)][Dense(2)][Softmax][MeanSquaredError]")]
    public Task More_than_one_and_other_activations_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Fact]
    public Task It_is_the_only_one_to_speak_of_its_fault() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Dense(1)]
        [{|LW2007:Softmax|}]
        [BinaryCrossEntropy]
        public partial class Entropy;

        [Network]
        [Input(4)]
        [Dense(1)]
        [{|LW2007:Softmax|}]
        [MeanSquaredError]
        public partial class Squares;

        [Network]
        [Input(4)]
        [Dense(1)]
        [Softmax]
        [{|LW1021:SoftmaxCrossEntropy|}]
        public partial class Mismatch;

        [Network]
        [Input(4)]
        [Dense(1)]
        [BatchNorm]
        [{|LW2007:Softmax|}]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Hidden;
        """);

    [Theory]
    [InlineData("[MeanSquaredError]", "remove it and use [BinaryCrossEntropy]")]
    [InlineData("[BinaryCrossEntropy]", "remove it")]
    [InlineData("", "use [Sigmoid]")]
    [InlineData("[Dense(3)]", "remove it, or give it a value for each choice")]
    public async Task The_message_says_what_is_right_there(string end, string remedy)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(1)]\n[{{|LW2007:Softmax|}}]\n{end}\npublic partial class Net;");
        Assert.Equal($"Softmax1 gets 1: softmax over a single value is always 1, and nothing before it learns; {remedy}", Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task A_logarithm_of_1_is_0()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(1)]\n[{|LW2007:LogSoftmax|}]\npublic partial class Net;");
        Assert.Equal(
            "LogSoftmax1 gets 1: log-softmax over a single value is always 0, and nothing before it learns; use [Sigmoid]",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task A_block_that_knows_its_width_says_it_itself_and_one_that_does_not_at_its_use() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [Use<Known>]
        [{|LW2007:Use<Unknown>|}]
        [BinaryCrossEntropy]
        public partial class Net;

        [Network]
        [Input(4)]
        [Dense(3)]
        [Use<Unknown>]
        public partial class Wide;

        [Block]
        [Dense(1)]
        [{|LW2007:Softmax|}]
        class Known;

        [Block]
        [Softmax]
        class Unknown;
        """);

    [Fact]
    public Task With_a_loss_the_fix_removes_it_and_writes_the_loss_that_fits() => VerifyFix.AloneAsync(
        new SoftmaxOverOneFix(),
        WithLoss,
        "[Network]\n[Input(4)]\n[Dense(1)] // yes or no\n// share\n[Softmax] // of one\n[Huber(2, Name = \"Cost\")] // loss\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1)] // yes or no\n// share\n// of one\n[BinaryCrossEntropy(Name = \"Cost\")] // loss\npublic partial class Net;");

    [Fact]
    public Task Whatever_else_would_bend_the_outputs_of_that_loss_goes_too() => VerifyFix.AloneAsync(
        new SoftmaxOverOneFix(),
        WithLoss,
        "[Network]\n[Input(4)]\n[Dense(1), ReLU, Softmax, MeanSquaredError]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1), BinaryCrossEntropy]\npublic partial class Net;");

    [Fact]
    public Task Where_the_loss_fits_already_it_stays() => VerifyFix.AloneAsync(
        new SoftmaxOverOneFix(),
        WithLoss,
        "[Network]\n[Input(4)]\n[Dense(1)]\n[Softmax]\n[BinaryCrossEntropy]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1)]\n[BinaryCrossEntropy]\npublic partial class Net;");

    [Fact]
    public Task Without_a_loss_sigmoid_takes_its_place() => VerifyFix.AloneAsync(
        new SoftmaxOverOneFix(),
        "Replace by [Sigmoid]",
        "[Network]\n[Input(4)]\n[Dense(1)]\n[SoftmaxAttribute(Name = \"Share\")] // of one\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1)]\n[SigmoidAttribute(Name = \"Share\")] // of one\npublic partial class Net;");

    [Fact]
    public Task All_with_a_loss_are_mended_together() => VerifyFix.AllInDocumentAsync(
        new SoftmaxOverOneFix(),
        Id,
        """
        using Share = Layerwright.SoftmaxAttribute;

        [Network, Input(4), Dense(1), Softmax, MeanSquaredError] partial class One;
        [Network] [Input(4)] [Dense(1)] [Share] [MeanAbsoluteErrorAttribute] partial class Two;
        """,
        """
        using Share = Layerwright.SoftmaxAttribute;

        [Network, Input(4), Dense(1), BinaryCrossEntropy] partial class One;
        [Network] [Input(4)] [Dense(1)] [BinaryCrossEntropyAttribute] partial class Two;
        """);

    [Theory]
    [InlineData("[Dense(1)][Softmax][Dense(8)]")] // hidden: sigmoid would be no better
    [InlineData("[Dense(1)][ReLU][Softmax]")] // a second activation would stand behind the first
    [InlineData("[Use<Shares>][MeanSquaredError]")]
    public Task Where_nothing_right_can_be_written_nothing_is_offered(string layers) => VerifyFix.OffersNothingAsync(
        new SoftmaxOverOneFix(), $"[Network]\n[Input(4)]\n{layers}\npartial class Net;\n\n[Block]\n[Dense(1)]\n[Softmax]\nclass Shares;");
}
