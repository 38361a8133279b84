using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class BoundedRegressionHeadTests
{
    private const string Id = "LW2010";

    [Theory]
    [InlineData("ReLU", "keeps every output at 0 or above")]
    [InlineData("ReLU6", "keeps every output between 0 and 6")]
    [InlineData("LeakyReLU(0.2)", "bends every output below 0")]
    [InlineData("PReLU", "bends every output below 0")]
    public async Task A_rectifier_before_a_regressions_loss_is_a_warning(string activation, string held)
    {
        foreach (string loss in new[] { "MeanSquaredError", "MeanAbsoluteError", "Huber" })
        {
            var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(2)]\n[{{|LW2010:{activation}|}}]\n[{loss}]\npublic partial class Net;");
            var diagnostic = Assert.Single(run.Analyzers);
            Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
            string name = activation.Split('(')[0] + "1";
            Assert.Equal(
                $"{name} {held}, but [{loss}] compares it with numbers of any size, and a unit that is 0 for all rows learns no more; remove {name}",
                diagnostic.GetMessage());
        }
    }

    [Theory]
    [InlineData("Tanh", "between -1 and 1")]
    [InlineData("HardTanh", "between -1 and 1")]
    [InlineData("Softsign", "between -1 and 1")]
    [InlineData("HardSigmoid", "between 0 and 1")]
    public async Task What_bounds_on_both_sides_is_a_hint(string activation, string held)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(2)]\n[{{|LW2010:{activation}|}}]\n[MeanSquaredError]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal($"{activation}1 keeps every output {held}, but [MeanSquaredError] compares it with numbers of any size; remove {activation}1", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[Input(4)][Dense(4)][{|LW2010:Sigmoid|}][MeanSquaredError]")]
    [InlineData("[SequenceInput(5, 4)][Dense(3)][{|LW2010:Sigmoid|}][MeanSquaredError]")]
    [InlineData("[ImageInput(4, 4, 3)][Conv2D(2, 1)][{|LW2010:Sigmoid|}][MeanSquaredError]")]
    public async Task A_sigmoid_that_makes_no_classes_is_a_hint(string layers)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(run.Analyzers).Severity);
    }

    [Theory]
    [InlineData("[Dense(1)][MeanSquaredError]")]
    [InlineData("[Dense(8)][ReLU][Dense(1)][MeanSquaredError]")]
    [InlineData("[Dense(1)][Softplus][MeanSquaredError]")]
    [InlineData("[Dense(2)][ELU][MeanSquaredError]")]
    [InlineData("[Dense(2)][Sigmoid][MeanSquaredError]")] // LW2009's
    [InlineData("[Dense(2)][Softmax][MeanSquaredError]")]
    [InlineData("[Dense(2)][ReLU][BatchNorm][MeanSquaredError]")] // not the last
    [InlineData("[Dense(2)][ReLU][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(2)][ReLU]")]
    [InlineData("[Maxout(2)][MeanSquaredError]")]
    public Task Free_outputs_and_other_rules_faults_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");

    [Fact]
    public Task At_the_end_of_a_block_it_is_judged_at_the_use_and_before_a_sum_it_bounds_nothing() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [Use<Layer>]
        [{|LW2010:Use<Layer>|}]
        [MeanSquaredError]
        public partial class Net;

        [Network]
        [Input(4)]
        [Residual<Layer>]
        [MeanSquaredError]
        public partial class Sum;

        [Block]
        [Dense(4)]
        [ReLU]
        class Layer;
        """);

    [Fact]
    public Task The_fix_removes_it_and_keeps_the_comments() => VerifyFix.AloneAsync(
        new BoundedRegressionHeadFix(),
        "Remove",
        "[Network]\n[Input(4)]\n[Dense(1)] // price\n// prices are positive\n[ReLU] // so\n[MeanSquaredError]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(1)] // price\n// prices are positive\n// so\n[MeanSquaredError]\npublic partial class Net;");

    [Fact]
    public Task Hints_and_warnings_of_a_document_are_mended_together() => VerifyFix.AllInDocumentAsync(
        new BoundedRegressionHeadFix(),
        Id,
        """
        [Network, Input(4), Dense(1), ReLUAttribute(), Huber] partial class One;
        [Network] [Input(4)] [Dense(1)] [Layerwright.Tanh] [Huber] partial class Two;
        """,
        """
        [Network, Input(4), Dense(1), Huber] partial class One;
        [Network] [Input(4)] [Dense(1)] [Huber] partial class Two;
        """);

    [Theory]
    [InlineData("[ReLU]")] // nothing would be left
    [InlineData("[Use<Layer>]")]
    public Task Nothing_is_offered_where_no_layer_would_be_left_or_a_block_would_change(string head) => VerifyFix.OffersNothingAsync(
        new BoundedRegressionHeadFix(), $"[Network]\n[Input(4)]\n{head}\n[MeanSquaredError]\npartial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\nclass Layer;");
}
