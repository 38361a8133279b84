using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;

namespace Layerwright.Analyzers.Tests.Fixes.Activations;

public class DeepSaturatingFixTests
{
    private const string Title = "Insert [BatchNorm] before each";

    [Fact]
    public Task A_normalisation_is_put_behind_the_weights_of_each_and_a_bias_that_it_cancels_goes() => VerifyFix.AloneAsync(
        new DeepSaturatingFix(),
        Title,
        """
        [Network]
        [Input(8)]
        [Dense(8, UseBias = true), Sigmoid]
        [Dense(8)] // two
        [Dropout(0.1)]
        // bends
        [SigmoidAttribute]
        [Dense(8), Sigmoid, Dense(8, Name = "Fourth"), Sigmoid]
        [Dense(8)]
        [Sigmoid]
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network]
        [Input(8)]
        [Dense(8), BatchNorm, Sigmoid]
        [Dense(8)] // two
        [BatchNorm]
        [Dropout(0.1)]
        // bends
        [SigmoidAttribute]
        [Dense(8), BatchNorm, Sigmoid, Dense(8, Name = "Fourth"), BatchNorm, Sigmoid]
        [Dense(8)]
        [BatchNorm]
        [Sigmoid]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task All_networks_and_blocks_of_a_document() => VerifyFix.AllInDocumentAsync(
        new DeepSaturatingFix(),
        "LW2003",
        $"[Network]\n[Input(8)]\n{Layers("")}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n{Layers("")}\n[Dense(8)]\nclass Inner;",
        $"[Network]\n[Input(8)]\n{Layers(", BatchNorm")}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n{Layers(", BatchNorm")}\n[Dense(8)]\nclass Inner;");

    [Fact]
    public Task Layers_in_blocks_have_no_fix_at_the_use() => VerifyFix.OffersNothingAsync(
        new DeepSaturatingFix(), "[Network]\n[Input(8)]\n[Repeat<Inner>(10)]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\n[Tanh]\nclass Inner;");

    private static string Layers(string norm) => "[" + string.Join(", ", Enumerable.Repeat($"Dense(8){norm}, Tanh", 10)) + "]";
}
