using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class SquaredErrorForClassesTests
{
    private const string Id = "LW2009", Title = "Remove the activation and use the loss that contains it";

    [Theory]
    [InlineData("[Input(4)][Dense(3)][Softmax]", "MeanSquaredError")]
    [InlineData("[Input(4)][Dense(3)][Softmax][Dropout(0.1)]", "MeanAbsoluteError")]
    [InlineData("[Input(4)][Dense(3)][Sigmoid]", "Huber(delta: 2)")]
    [InlineData("[Input(4)][Dense(1)][Sigmoid]", "MeanSquaredError(Name = \"Cost\")")]
    [InlineData("[SequenceInput(5, 4)][Dense(3)][Softmax]", "MeanSquaredError")]
    [InlineData("[ImageInput(4, 4, 3)][Conv2D(2, 1)][Sigmoid][GlobalAveragePool2D]", "MeanSquaredError")]
    public Task Probabilities_under_a_regressions_loss_are_marked_at_the_loss(string layers, string loss) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}[{{|LW2009:{loss}|}}]\npublic partial class Net;");

    [Theory]
    [InlineData("[Input(4)][Dense(3)][Softmax][SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)][Dense(3)][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(3)][Tanh][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(3)][HardSigmoid][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(8)][Sigmoid][Dense(3)][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(4)][Sigmoid][MeanSquaredError]")] // an autoencoder
    [InlineData("[ImageInput(2, 2, 3)][Flatten][Dense(12)][Sigmoid][MeanSquaredError]")] // one of flattened images
    [InlineData("[ImageInput(4, 4, 3)][Conv2D(2, 1)][Softmax][MeanSquaredError]")] // an image
    [InlineData("[SequenceInput(5, 4)][Dense(3)][Sigmoid][MeanSquaredError]")] // no vector
    [InlineData("[Input(4)][Dense(1)][Softmax][MeanSquaredError]")] // LW2007's
    [InlineData("[Input(4)][Dense(3)][Softmax]")]
    public Task Other_outputs_and_losses_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("Softmax", "softmax", "SoftmaxCrossEntropy")]
    [InlineData("Sigmoid", "sigmoid", "BinaryCrossEntropy")]
    public async Task The_message_names_the_loss_that_contains_the_activation(string activation, string function, string loss)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(3)]\n[{activation}]\n[{{|LW2009:MeanSquaredError|}}]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            $"[MeanSquaredError] takes the probabilities of {activation}1 for numbers: where the network is surely wrong, its gradient vanishes with that of {function}; remove {activation}1 and use [{loss}], which contains it",
            diagnostic.GetMessage());
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Fact]
    public Task Only_what_makes_the_whole_output_counts() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(8)]
        [Concat<Shares, Numbers>]
        [MeanSquaredError]
        public partial class Parts;

        [Network]
        [Input(8)]
        [Use<Shares>]
        [{|LW2009:MeanSquaredError|}]
        public partial class Whole;

        [Block, Dense(3), Softmax]
        class Shares;

        [Block, Dense(2)]
        class Numbers;
        """);

    [Theory]
    [InlineData("Softmax", "SoftmaxCrossEntropy")]
    [InlineData("Sigmoid", "BinaryCrossEntropy")]
    public Task The_fix_changes_both(string activation, string loss) => VerifyFix.AloneAsync(
        new SquaredErrorForClassesFix(),
        Title,
        $"[Network]\n[Input(4)]\n[Dense(3)] // scores\n// to probabilities\n[{activation}] // here\n[Huber(Name = \"Cost\", Key = \"k\", delta: 2)] // loss\npublic partial class Net;".Replace("Name = \"Cost\", Key = \"k\", delta: 2", "delta: 2, Name = \"Cost\""),
        $"[Network]\n[Input(4)]\n[Dense(3)] // scores\n// to probabilities\n// here\n[{loss}(Name = \"Cost\")] // loss\npublic partial class Net;");

    [Fact]
    public Task All_of_a_document_are_changed_together() => VerifyFix.AllInDocumentAsync(
        new SquaredErrorForClassesFix(),
        Id,
        """
        using Squares = Layerwright.MeanSquaredErrorAttribute;

        [Network, Input(4), Dense(3), Tanh, Softmax, MeanAbsoluteErrorAttribute()] partial class One;
        [Network] [Input(4)] [Dense(3)] [Sigmoid, Squares] partial class Two;
        """,
        """
        using Squares = Layerwright.MeanSquaredErrorAttribute;

        [Network, Input(4), Dense(3), SoftmaxCrossEntropyAttribute()] partial class One;
        [Network] [Input(4)] [Dense(3)] [BinaryCrossEntropy] partial class Two;
        """);

    [Theory]
    [InlineData("[Use<Shares>]")]
    [InlineData("[Dense(3), LayerNorm, Softmax, BatchNorm]")]
    public Task Nothing_is_offered_where_a_block_would_change_or_two_norms_would_meet(string head) => VerifyFix.OffersNothingAsync(
        new SquaredErrorForClassesFix(), $"[Network]\n[Input(4)]\n{head}\n[MeanSquaredError]\npartial class Net;\n\n[Block]\n[Dense(3)]\n[Softmax]\nclass Shares;");
}
