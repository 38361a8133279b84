using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Networks whose output has the size of their input: U-Net (Ronneberger et al. 2015) and autoencoders.</summary>
public class EncoderDecoderTests
{
    [Fact]
    public Task A_U_net_like_autoencoder() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(64, 64, 1)]
        {{Double(16)}}
        [Concat<Identity, Level1>]
        {{Double(16)}}
        [Conv2D(1, 1)]
        [MeanSquaredError]
        public partial class DenoisingNet;

        {{Levels}}
        """);

    [Fact]
    public Task A_U_net_that_labels_every_pixel() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(64, 64, 3)]
        {{Double(16)}}
        [Concat<Identity, Level1>]
        {{Double(16)}}
        [Conv2D(5, 1)]
        [SoftmaxCrossEntropy]
        public partial class SegmentationNet;

        {{Levels}}
        """);

    [Fact]
    public Task A_U_net_that_enlarges_by_repetition_and_a_convolution() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(64, 64, 3)]
        {{Double(16)}}
        [Concat<Identity, Below>]
        {{Double(16)}}
        [Conv2D(1, 1)]
        [BinaryCrossEntropy]
        public partial class MaskNet;

        [Block]
        [MaxPool2D(2)]
        {{Double(32)}}
        [Upsample2D(2)]
        [Conv2D(16, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        class Below;
        """);

    [Fact]
    public Task A_convolutional_autoencoder_with_a_sigmoid_output() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(28, 28, 1)]
        [Conv2D(16, 3, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU]
        [Conv2D(32, 3, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU]
        [ConvTranspose2D(16, 4, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU]
        [ConvTranspose2D(1, 4, Stride = 2, Pad = 1)]
        [Sigmoid]
        [MeanSquaredError]
        public partial class Autoencoder;
        """);

    [Fact]
    public Task A_dense_autoencoder_with_a_linear_code() => VerifyWellMade.IsCleanAsync("""
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

    [Fact]
    public Task A_generator_of_images_as_DCGAN_has_it() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(100)]
        [Dense(4096)]
        [BatchNorm]
        [ReLU]
        [Reshape(4, 4, 256)]
        [ConvTranspose2D(128, 4, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU]
        [ConvTranspose2D(64, 4, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU]
        [ConvTranspose2D(3, 4, Stride = 2, Pad = 1)]
        [Tanh]
        public partial class Generator;
        """);

    private static string Levels => $"""
        [Block]
        [MaxPool2D(2)]
        {Double(32)}
        [Concat<Identity, Level2>]
        {Double(32)}
        [ConvTranspose2D(16, 2, Stride = 2)]
        class Level1;

        [Block]
        [MaxPool2D(2)]
        {Double(64)}
        [Concat<Identity, Bottom>]
        {Double(64)}
        [ConvTranspose2D(32, 2, Stride = 2)]
        class Level2;

        [Block]
        [MaxPool2D(2)]
        {Double(128)}
        [ConvTranspose2D(64, 2, Stride = 2)]
        class Bottom;
        """;

    private static string Double(int filters) => $"""
        [Conv2D({filters}, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D({filters}, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        """;
}
