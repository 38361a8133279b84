using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Networks of depthwise convolutions: MobileNet (Howard et al. 2017) and MobileNetV2 (Sandler et al. 2018) with its linear bottlenecks.</summary>
public class MobileNetTests
{
    [Fact]
    public Task MobileNet_v2() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(224, 224, 3)]
        [Conv2D(32, 3, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU6]
        [Use<First>]
        [Use<To24>]
        [Residual<Keep24>]
        [Use<To32>]
        [Repeat<Stage32>(2)]
        [Use<To64>]
        [Repeat<Stage64>(3)]
        [Use<To96>]
        [Repeat<Stage96>(2)]
        [Use<To160>]
        [Repeat<Stage160>(2)]
        [Use<To320>]
        [Conv2D(1280, 1)]
        [BatchNorm]
        [ReLU6]
        [GlobalAveragePool2D]
        [Dropout(0.2)]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class MobileNetV2;

        [Block]
        [DepthwiseConv2D(3, Pad = 1)]
        [BatchNorm]
        [ReLU6]
        [Conv2D(16, 1)]
        [BatchNorm]
        class First;

        {{Inverted("To24", 16, 24, 2)}}
        {{Inverted("Keep24", 24, 24, 1)}}
        {{Inverted("To32", 24, 32, 2)}}
        {{Stage(32)}}
        {{Inverted("To64", 32, 64, 2)}}
        {{Stage(64)}}
        {{Inverted("To96", 64, 96, 1)}}
        {{Stage(96)}}
        {{Inverted("To160", 96, 160, 2)}}
        {{Stage(160)}}
        {{Inverted("To320", 160, 320, 1)}}
        """);

    [Fact]
    public Task MobileNet_of_separable_convolutions() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(128, 128, 3)]
        [Conv2D(32, 3, Stride = 2, Pad = 1)]
        [BatchNorm]
        [ReLU]
        {{Separable(64, 1)}}
        {{Separable(128, 2)}}
        {{Separable(128, 1)}}
        {{Separable(256, 2)}}
        {{Separable(256, 1)}}
        {{Separable(512, 2)}}
        {{Separable(1024, 2)}}
        [GlobalAveragePool2D]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class MobileNet;
        """);

    [Fact]
    public Task A_separable_convolution_without_a_nonlinearity_inside_as_Xception_has_it() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(64, 64, 3)]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [DepthwiseConv2D(3, Padding = Padding.Same)]
        [Conv2D(128, 1)]
        [BatchNorm]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Xception;
        """);

    private static string Inverted(string name, int from, int to, int stride) => $"""
        [Block]
        [Conv2D({6 * from}, 1)]
        [BatchNorm]
        [ReLU6]
        [DepthwiseConv2D(3, Pad = 1, Stride = {stride})]
        [BatchNorm]
        [ReLU6]
        [Conv2D({to}, 1)]
        [BatchNorm]
        class {name};
        """;

    private static string Stage(int channels) => $"""
        [Block]
        [Residual<Keep{channels}>]
        class Stage{channels};

        {Inverted($"Keep{channels}", channels, channels, 1)}
        """;

    private static string Separable(int filters, int stride) => $"""
        [DepthwiseConv2D(3, Pad = 1, Stride = {stride})]
        [BatchNorm]
        [ReLU]
        [Conv2D({filters}, 1)]
        [BatchNorm]
        [ReLU]
        """;
}
