using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class DoubleSoftmaxTests
{
    private const string Id = "LW2006";

    [Theory]
    [InlineData(10, "Softmax", "SoftmaxCrossEntropy", "no class of 10 can have more than 0.232")]
    [InlineData(2, "Softmax(Name = \"Share\")", "SoftmaxCrossEntropy(IgnoreLabel = -1)", "no class of 2 can have more than 0.731")]
    [InlineData(1, "Sigmoid", "BinaryCrossEntropy", "every probability lies between 0.5 and 0.731")]
    [InlineData(5, "SigmoidAttribute()", "BinaryCrossEntropy", "every probability lies between 0.5 and 0.731")]
    public async Task Applied_twice_it_is_an_error_that_says_what_is_left(int outputs, string activation, string loss, string left)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense({outputs})]\n[{{|LW2006:{activation}|}}]\n[{loss}]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(left, diagnostic.GetMessage());
    }

    [Fact]
    public async Task The_message_is_whole()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(3)]\n[{|LW2006:Softmax|}]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        Assert.Equal(
            "Softmax1 stands before [SoftmaxCrossEntropy], which applies softmax itself: after both no class of 3 can have more than 0.576; remove Softmax1",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3)][Softmax]")]
    [InlineData("[Dense(3)][Softmax][MeanSquaredError]")]
    [InlineData("[Dense(3)][Softmax][BinaryCrossEntropy]")]
    [InlineData("[Dense(3)][Sigmoid][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3)][LogSoftmax][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3)][HardSigmoid][BinaryCrossEntropy]")]
    [InlineData("[Dense(8)][Softmax][Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3)][Softmax][MulticlassHinge]")]
    public Task One_of_them_and_others_crosswise_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");

    [Fact]
    public async Task Code_is_generated_all_the_same()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(3)]\n[{|LW2006:Softmax|}]\n[SoftmaxCrossEntropy]\npublic partial class Net { public static Net Made => new(seed: 1); }");
        Assert.Empty(run.Errors);
    }

    [Fact]
    public Task Through_dropout_and_out_of_a_block_it_is_found_and_a_gates_sigmoid_is_not() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [{|LW2006:Use<Shares>|}]
        [Dropout(0.1)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Network]
        [Input(4)]
        [Dense(4)]
        [Gate<Mask>]
        [BinaryCrossEntropy]
        public partial class Gated;

        [Block]
        [Dense(4)]
        [Softmax]
        class Shares;

        [Block]
        [Dense(4)]
        [Sigmoid]
        class Mask;
        """);

    [Theory]
    [InlineData("Softmax", "SoftmaxCrossEntropy")]
    [InlineData("Sigmoid", "BinaryCrossEntropy")]
    public Task The_fix_removes_it(string activation, string loss) => VerifyFix.AloneAsync(
        new DoubleSoftmaxFix(),
        $"Remove [{activation}]",
        $"[Network]\n[Input(4)]\n[Dense(3)] // scores\n// shares\n[{activation}] // of 1\n[{loss}]\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n[Dense(3)] // scores\n// shares\n// of 1\n[{loss}]\npublic partial class Net;");

    [Fact]
    public Task All_of_a_document_are_removed_together_whatever_they_are() => VerifyFix.AllInDocumentAsync(
        new DoubleSoftmaxFix(),
        Id,
        """
        [Network, Input(4), Dense(3), Layerwright.Softmax, SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4), Dense(3)] [SigmoidAttribute, BinaryCrossEntropy] partial class Two;
        """,
        """
        [Network, Input(4), Dense(3), SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4), Dense(3)] [BinaryCrossEntropy] partial class Two;
        """);

    [Theory]
    [InlineData("[Softmax]")] // nothing would be left
    [InlineData("[Use<Shares>]")]
    public Task Nothing_is_offered_where_no_layer_would_be_left_or_a_block_would_change(string head) => VerifyFix.OffersNothingAsync(
        new DoubleSoftmaxFix(), $"[Network]\n[Input(4)]\n{head}\n[SoftmaxCrossEntropy]\npartial class Net;\n\n[Block]\n[Dense(4)]\n[Softmax]\nclass Shares;");
}
