using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Multilayer perceptrons with batch normalisation, and those that do without: self-normalising ones.</summary>
public class PerceptronTests
{
    [Fact]
    public Task A_multilayer_perceptron_with_batch_normalisation() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dense(512)]
        [BatchNorm]
        [ReLU]
        [Dense(256)]
        [BatchNorm]
        [ReLU]
        [Dense(128)]
        [BatchNorm]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Perceptron;
        """);

    [Fact]
    public Task One_with_dropout_behind_each_nonlinearity() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dropout(0.2)]
        [Dense(512)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(256)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(128)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Perceptron;
        """);

    [Fact]
    public Task One_with_penalties_and_label_smoothing() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dense(512, L2 = 1e-4)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.2)]
        [Dense(256, L2 = 1e-4, L1 = 1e-6)]
        [BatchNorm]
        [LeakyReLU(0.1)]
        [Dropout(0.5)]
        [Dense(10, Name = "Head")]
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
        public partial class FashionNet;
        """);

    [Fact]
    public Task One_on_an_image_that_is_flattened_first() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(32, 32, 3)]
        [Flatten]
        [Dense(1024)]
        [BatchNorm]
        [ReLU]
        [Dense(512)]
        [BatchNorm]
        [ReLU]
        [Dense(10)]
        [MulticlassHinge]
        public partial class PixelNet;
        """);

    [Fact]
    public Task A_self_normalising_network_with_its_own_dropout() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(64)]
        [Dense(256, Init = Init.LeCun)]
        [SELU]
        [AlphaDropout(0.05)]
        [Dense(256, Init = Init.LeCun)]
        [SELU]
        [AlphaDropout(0.05)]
        [Dense(256, Init = Init.LeCun)]
        [SELU]
        [AlphaDropout(0.05)]
        [Dense(256, Init = Init.LeCun)]
        [SELU]
        [AlphaDropout(0.05)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class SelfNormalizingNet;
        """);

    [Fact]
    public Task A_deep_self_normalising_network_with_the_default_initialisation() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(64)]
        [Repeat<Layer>(16)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class SelfNormalizingNet;

        [Block]
        [Dense(256)]
        [SELU]
        class Layer;
        """);

    [Fact]
    public Task A_maxout_network_with_dropout() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(784)]
        [Dropout(0.2)]
        [Maxout(240, Pieces = 5)]
        [Dropout(0.5)]
        [Maxout(240, Pieces = 5)]
        [Dropout(0.5)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class MaxoutNet;
        """);

    [Fact]
    public Task Layer_normalisation_in_place_of_batch_normalisation() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(64)]
        [Dense(256)]
        [LayerNorm]
        [GELU]
        [Residual<FeedForward>]
        [Residual<FeedForward>]
        [LayerNorm]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class LayerNormNet;

        [Block]
        [LayerNorm]
        [Dense(1024)]
        [GELU]
        [Dense(256)]
        [Dropout(0.1)]
        class FeedForward;
        """);
}
