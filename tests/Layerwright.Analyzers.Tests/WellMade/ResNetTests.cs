using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Residual networks of convolutions (He et al. 2015), as torchvision has them: the stride in the 3×3 convolution.</summary>
public class ResNetTests
{
    [Fact]
    public Task ResNet_18() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(224, 224, 3)]
        {{Stem}}
        [Residual<Basic64>]
        [ReLU]
        [Residual<Basic64>]
        [ReLU]
        [Residual<Halving128>(Projection = true)]
        [ReLU]
        [Residual<Basic128>]
        [ReLU]
        [Residual<Halving256>(Projection = true)]
        [ReLU]
        [Residual<Basic256>]
        [ReLU]
        [Residual<Halving512>(Projection = true)]
        [ReLU]
        [Residual<Basic512>]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class ResNet18;

        {{Basic("Basic64", 64)}}
        {{Basic("Halving128", 128, ", Stride = 2")}}
        {{Basic("Basic128", 128)}}
        {{Basic("Halving256", 256, ", Stride = 2")}}
        {{Basic("Basic256", 256)}}
        {{Basic("Halving512", 512, ", Stride = 2")}}
        {{Basic("Basic512", 512)}}
        """);

    [Fact]
    public Task ResNet_18_with_a_shortcut_of_its_own_and_zero_gamma() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(32, 32, 3)]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Repeat<Stage64>(2)]
        [Residual<Halving, Shortcut>]
        [ReLU]
        [Use<Stage128>]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class ThumbnailNet;

        [Block]
        [Residual<Basic64>]
        [ReLU]
        class Stage64;

        [Block]
        [Residual<Basic128>]
        [ReLU]
        class Stage128;

        [Block]
        [AveragePool2D(2)]
        [Conv2D(128, 1)]
        [BatchNorm]
        class Shortcut;

        {{Basic("Basic64", 64, "", "(ZeroGamma = true)")}}
        {{Basic("Halving", 128, ", Stride = 2", "(ZeroGamma = true)")}}
        {{Basic("Basic128", 128, "", "(ZeroGamma = true)")}}
        """);

    [Fact]
    public Task ResNet_50() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(224, 224, 3)]
        {{Stem}}
        [Residual<First>(Projection = true)]
        [ReLU]
        [Repeat<Stage64>(2)]
        [Residual<Halving128>(Projection = true)]
        [ReLU]
        [Repeat<Stage128>(3)]
        [Residual<Halving256>(Projection = true)]
        [ReLU]
        [Repeat<Stage256>(5)]
        [Residual<Halving512>(Projection = true)]
        [ReLU]
        [Repeat<Stage512>(2)]
        [GlobalAveragePool2D]
        [Dense(1000)]
        [SoftmaxCrossEntropy]
        public partial class ResNet50;

        {{Bottleneck("First", 64)}}
        {{Stage(64)}}
        {{Bottleneck("Halving128", 128, ", Stride = 2")}}
        {{Stage(128)}}
        {{Bottleneck("Halving256", 256, ", Stride = 2")}}
        {{Stage(256)}}
        {{Bottleneck("Halving512", 512, ", Stride = 2")}}
        {{Stage(512)}}
        """);

    [Fact]
    public Task ResNeXt_50s_bottleneck_of_32_groups() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [ImageInput(64, 64, 3)]
        [Conv2D(256, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Residual<Grouped>]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class ResNeXt;

        [Block]
        [Conv2D(128, 1)]
        [BatchNorm]
        [ReLU]
        [Conv2D(128, 3, Pad = 1, Groups = 32)]
        [BatchNorm]
        [ReLU]
        [Conv2D(256, 1)]
        [BatchNorm]
        class Grouped;
        """);

    [Fact]
    public Task A_preactivation_network() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(32, 32, 3)]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [Residual<Basic>]
        [Residual<Basic>]
        [Residual<Basic>]
        [BatchNorm]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class PreactivationNet;

        [Block]
        [BatchNorm]
        [ReLU]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(64, 3, Padding = Padding.Same)]
        class Basic;
        """);

    [Fact]
    public Task A_network_with_group_normalisation_for_small_batches() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(64, 64, 3)]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [GroupNorm(32)]
        [ReLU]
        [Residual<Basic>]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class GroupNormNet;

        [Block]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [GroupNorm(32)]
        [ReLU]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [GroupNorm(32)]
        class Basic;
        """);

    private const string Stem = """
        [Conv2D(64, 7, Stride = 2, Pad = 3)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(3, Stride = 2, Pad = 1)]
        """;

    private static string Basic(string name, int channels, string stride = "", string gamma = "") => $"""
        [Block]
        [Conv2D({channels}, 3, Pad = 1{stride})]
        [BatchNorm]
        [ReLU]
        [Conv2D({channels}, 3, Pad = 1)]
        [BatchNorm{gamma}]
        class {name};
        """;

    private static string Bottleneck(string name, int channels, string stride = "") => $"""
        [Block]
        [Conv2D({channels}, 1)]
        [BatchNorm]
        [ReLU]
        [Conv2D({channels}, 3, Pad = 1{stride})]
        [BatchNorm]
        [ReLU]
        [Conv2D({4 * channels}, 1)]
        [BatchNorm]
        class {name};
        """;

    private static string Stage(int channels) => $"""
        [Block]
        [Residual<Bottleneck{channels}>]
        [ReLU]
        class Stage{channels};

        {Bottleneck($"Bottleneck{channels}", channels)}
        """;
}
