using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Small networks of vectors, of every kind of layer that the others here lack.</summary>
public class SmallNetworksTests
{
    [Fact]
    public Task Squeeze_and_excite_over_an_image_and_a_gate_over_a_vector() => VerifyWellMade.IsCleanAsync("""
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
    public Task One_with_learned_slopes_and_one_with_smooth_activations() => VerifyWellMade.IsCleanAsync("""
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
    public Task A_residual_network() => VerifyWellMade.IsCleanAsync("""
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
    public Task A_preactivation_residual_network() => VerifyWellMade.IsCleanAsync("""
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
    public Task A_regression_and_a_logistic_regression() => VerifyWellMade.IsCleanAsync("""
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
}
