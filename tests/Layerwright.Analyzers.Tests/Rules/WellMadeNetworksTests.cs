using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary>Networks as the field makes them, written out in full: nothing above info is said of them.</summary>
public class WellMadeNetworksTests
{
    [Fact]
    public Task A_multilayer_perceptron_with_batch_normalisation() => IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dense(512)]
        [BatchNorm]
        [ReLU]
        [Dense(256)]
        [BatchNorm]
        [LeakyReLU(0.1)]
        [Dense(10, Name = "Head")]
        [SoftmaxCrossEntropy]
        public partial class FashionNet;
        """);

    [Fact]
    public Task One_with_dropout_and_penalties() => IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dense(512, L2 = 1e-4)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.2)]
        [Dense(256, L2 = 1e-4, L1 = 1e-6)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class FashionNet;
        """);

    [Fact]
    public Task Squeeze_and_excite_over_an_image_and_a_gate_over_a_vector() => IsCleanAsync("""
        [Network]
        [ImageInput(16, 16, 32)]
        [BatchNorm]
        [Gate<SqueezeExcite>]
        [GlobalAveragePool2D]
        [Gate<Mask>]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class GatedNet;

        [Block]
        [GlobalAveragePool2D]
        [Dense(8)]
        [ReLU]
        [Dense(32)]
        [Sigmoid]
        class SqueezeExcite;

        [Block]
        [Dense(32)]
        [HardSigmoid]
        class Mask;
        """);

    [Fact]
    public Task A_self_normalising_network() => IsCleanAsync("""
        [Network]
        [Input(64)]
        [Dense(256)]
        [SELU]
        [Dense(256)]
        [SELU]
        [Dense(256, Init = Init.LeCun)]
        [SELU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class SelfNormalizingNet;
        """);

    [Fact]
    public Task One_with_learned_slopes_and_one_with_smooth_activations() => IsCleanAsync("""
        [Network]
        [Input(64)]
        [Dense(128)]
        [BatchNorm]
        [PReLU(PerChannel = true)]
        [Dense(128)]
        [BatchNorm]
        [GELU]
        [Dense(64)]
        [BatchNorm]
        [SiLU]
        [Dense(1)]
        [Softplus]
        public partial class ScaleNet;
        """);

    [Fact]
    public Task A_residual_network() => IsCleanAsync("""
        [Network]
        [Input(64)]
        [Dense(128)]
        [BatchNorm]
        [ReLU]
        [Residual<Basic>]
        [ReLU]
        [Residual<Basic>]
        [ReLU]
        [Residual<Wide>(Projection = true)]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class ResidualNet;

        [Block]
        [Dense(128)]
        [BatchNorm]
        [ReLU]
        [Dense(128)]
        [BatchNorm(ZeroGamma = true)]
        class Basic;

        [Block]
        [Dense(256)]
        [BatchNorm]
        [ReLU]
        [Dense(256)]
        [BatchNorm]
        class Wide;
        """);

    [Fact]
    public Task A_preactivation_residual_network() => IsCleanAsync("""
        [Network]
        [Input(64)]
        [Repeat<Stage>(3)]
        [BatchNorm]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class PreactivationNet;

        [Block]
        [Residual<Basic>]
        class Stage;

        [Block]
        [BatchNorm]
        [ReLU]
        [Dense(64)]
        [BatchNorm]
        [ReLU]
        [Dense(64)]
        class Basic;
        """);

    [Fact]
    public Task A_deep_q_network_of_its_own_loop() => IsCleanAsync("""
        [Network]
        [Input(8)]
        [Dense(128)]
        [ReLU]
        [Dense(128)]
        [ReLU]
        [Dense(4)]
        public partial class QNetwork;
        """);

    [Fact]
    public Task A_regression_and_a_logistic_regression() => IsCleanAsync("""
        [Network]
        [Input(13)]
        [Dense(64)]
        [BatchNorm]
        [Tanh]
        [Dense(1)]
        [MeanSquaredError]
        public partial class Prices;

        [Network]
        [Input(30)]
        [Dense(1, L2 = 1e-3)]
        [BinaryCrossEntropy]
        public partial class Diagnosis;
        """);

    [Fact]
    public Task An_autoencoder_with_a_sigmoid_output() => IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dense(128)]
        [BatchNorm]
        [ReLU]
        [Dense(16)]
        [Dense(128)]
        [BatchNorm]
        [ReLU]
        [Dense(784)]
        [Sigmoid]
        [MeanSquaredError]
        public partial class Autoencoder;
        """);

    private static async Task IsCleanAsync(string source)
    {
        var run = await AnalyzerRun.OfAsync(TestWorkspace.Create(source).Projects.Single());
        Assert.Empty(run.Errors);
        Assert.DoesNotContain(run.Analyzers, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
    }
}
