using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Training;

public class NothingTrainableTests
{
    [Fact]
    public async Task A_network_of_frozen_layers_is_marked_at_network()
    {
        var diagnostic = await Verify.SingleAsync("""
            [{|LW5009:Network|}]
            [Input(4)]
            [Dense(8, Frozen = true)]
            [BatchNorm(Frozen = true)]
            [ReLU]
            [Dense(2, Frozen = true, Name = "Head")]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal("Every layer of 'Net' is frozen, so training changes nothing; leave at least the last, Head, unfrozen", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("{|LW5009:Network|}", "[Dense(2, Frozen = true)]")]
    [InlineData("{|LW5009:Network|}", "[Residual<Inner>][Dense(2, Frozen = true)]")]
    [InlineData("{|LW5009:Network(Winograd = false)|}", "[BatchNorm(Frozen = true)]")]
    [InlineData("Network", "[Dense(8, Frozen = true)][ReLU][Dense(2)]")]
    [InlineData("Network", "[Dense(8, Frozen = true)][PReLU][Dense(2, Frozen = true)]")]
    [InlineData("Network", "[Dense(8, Frozen = true)][LayerNorm][Dense(2, Frozen = true)]")]
    [InlineData("Network", "[Residual<Inner>(Projection = true)][Tanh]")]
    [InlineData("Network", "[Dense(8, Frozen = true)][BatchNorm][Dense(2, Frozen = true)]")]
    [InlineData("Network", "[Tanh]")]
    [InlineData("Network(Training = false)", "[Dense(2, Frozen = true)]")]
    [InlineData("Network(InputGradient = true)", "[Dense(2, Frozen = true)]")]
    public Task One_free_layer_no_weights_or_no_training_is_silent(string network, string layers) => Verify.OnlyAsync(
        "LW5009", $"[{network}]\n[Input(4)]\n{layers}\npublic partial class Net;\n\n[Block]\n[Dense(4, Frozen = true)]\nclass Inner;");
}
