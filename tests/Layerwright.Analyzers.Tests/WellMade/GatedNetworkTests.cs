using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Squeeze-and-excite (Hu et al. 2018) in the places that networks have it, and WaveNet's stack of dilated convolutions (van den Oord et al. 2016).</summary>
public class GatedNetworkTests
{
    [Fact]
    public Task A_squeeze_and_excite_residual_network() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(32, 32, 3)]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Residual<Basic>]
        [ReLU]
        [Residual<Halving>(Projection = true)]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class SqueezeExciteNet;

        [Block]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [Conv2D(64, 3, Padding = Padding.Same)]
        [BatchNorm]
        [Gate<SqueezeExcite64>]
        class Basic;

        [Block]
        [Conv2D(128, 3, Padding = Padding.Same, Stride = 2)]
        [BatchNorm]
        [ReLU]
        [Conv2D(128, 3, Padding = Padding.Same)]
        [BatchNorm]
        [Gate<SqueezeExcite128>]
        class Halving;

        [Block]
        [GlobalAveragePool2D]
        [Dense(4)]
        [ReLU]
        [Dense(64)]
        [Sigmoid]
        class SqueezeExcite64;

        [Block]
        [GlobalAveragePool2D]
        [Dense(8)]
        [ReLU]
        [Dense(128)]
        [Sigmoid]
        class SqueezeExcite128;
        """);

    [Fact]
    public Task MobileNet_v3s_inverted_bottleneck_with_its_hard_gate() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(64, 64, 3)]
        [Conv2D(16, 3, Stride = 2, Pad = 1)]
        [BatchNorm]
        [HardSwish]
        [Residual<Inverted>]
        [Conv2D(96, 1)]
        [BatchNorm]
        [HardSwish]
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class MobileNetV3;

        [Block]
        [Conv2D(64, 1)]
        [BatchNorm]
        [HardSwish]
        [DepthwiseConv2D(5, Padding = Padding.Same)]
        [BatchNorm]
        [Gate<SqueezeExcite>]
        [HardSwish]
        [Conv2D(16, 1)]
        [BatchNorm]
        class Inverted;

        [Block]
        [GlobalAveragePool2D]
        [Dense(16)]
        [ReLU]
        [Dense(64)]
        [HardSigmoid]
        class SqueezeExcite;
        """);

    [Fact]
    public Task WaveNets_stack_of_dilated_causal_convolutions() => VerifyWellMade.IsCleanAsync($$"""
        [Network]
        [SequenceInput(1024, 1)]
        [Conv1D(32, 2, Causal = true)]
        [Repeat<Stack>(2)]
        [BatchNorm]
        [ReLU]
        [Conv1D(128, 1)]
        [BatchNorm]
        [ReLU]
        [Conv1D(256, 1)]
        [SoftmaxCrossEntropy]
        public partial class WaveNet;

        [Block]
        {{string.Join('\n', Dilations.Select(dilation => $"[Residual<Dilated{dilation}>]"))}}
        class Stack;

        {{string.Join("\n\n", Dilations.Select(Dilated))}}

        [Block]
        [Conv1D(32, 1)]
        [Sigmoid]
        class Opening;
        """);

    [Fact]
    public Task A_temporal_convolutional_network() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [SequenceInput(128, 6)]
        [Residual<Near>(Projection = true)]
        [ReLU]
        [Residual<Middle>]
        [ReLU]
        [Residual<Far>]
        [ReLU]
        [GlobalAveragePool1D]
        [Dense(6)]
        [SoftmaxCrossEntropy]
        public partial class TemporalNet;

        [Block]
        [Conv1D(32, 3, Causal = true)]
        [BatchNorm]
        [ReLU]
        [Conv1D(32, 3, Causal = true)]
        [BatchNorm]
        class Near;

        [Block]
        [Conv1D(32, 3, Causal = true, Dilation = 2)]
        [BatchNorm]
        [ReLU]
        [Conv1D(32, 3, Causal = true, Dilation = 2)]
        [BatchNorm]
        class Middle;

        [Block]
        [Conv1D(32, 3, Causal = true, Dilation = 4)]
        [BatchNorm]
        [ReLU]
        [Conv1D(32, 3, Causal = true, Dilation = 4)]
        [BatchNorm]
        class Far;
        """);

    private static readonly int[] Dilations = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

    private static string Dilated(int dilation) => $"""
        [Block]
        [Conv1D(32, 2, Causal = true, Dilation = {dilation})]
        [BatchNorm]
        [Tanh]
        [Gate<Opening>]
        [Conv1D(32, 1)]
        class Dilated{dilation};
        """;
}
