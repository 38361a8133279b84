using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class MissingNonlinearityTests
{
    private const string Id = "LW1015";

    private const string Branches = """
        [Block] [Dense(64)] class Wide;
        [Block] [Dense(64)] [Tanh] [Dense(32)] class Other;
        [Block] [Dense(64)] [ReLU] class Bent;
        [Block] [Dense(4)] class Narrow;
        [Block] [Concat<Wide, Wide>] class Concatenated;
        [Block] [Dense(64)] [Gate<Wide>] class Gated;
        [Block] [Dense(64)] [Residual<Wide>] class Added;
        """;

    [Fact]
    public async Task The_second_of_two_linear_layers_is_marked_with_both_names_and_what_to_insert()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(784)]
            [Dense(256)]
            [BatchNorm]
            [ELU]
            [Dense(128, Name = "First")]
            [{|LW1015:Dense(64, Name = "Second")|}]
            [BatchNorm]
            [ELU]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(
            "Second follows First with no nonlinearity between, so the two compute no more than one linear layer does; insert [BatchNorm] and [ELU]",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Dense(8)][BatchNorm][{|LW1015:Dense(2)|}]")]
    [InlineData("[Dense(8)][Dropout(0.2)][{|LW1015:Dense(2)|}]")]
    [InlineData("[Dense(8)][LayerNorm][{|LW1015:Dense(2)|}]")]
    [InlineData("[Dense(8)][{|LW1015:Dense(8)|}][{|LW1015:Dense(2)|}]")]
    [InlineData("[Dense(3)][{|LW1015:Dense(3)|}]")] // narrower than its input, but not than the second's output
    [InlineData("[Dense(6)][{|LW1015:Dense(9)|}]")] // the other way round
    public Task What_does_not_bend_may_stand_between(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(6)]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("[Conv2D(8, 3)][BatchNorm][MaxPool2D(2)][{|LW1015:Conv2D(8, 3)|}][Flatten]")]
    [InlineData("[Conv2D(8, 3)][Flatten][{|LW1015:Dense(16)|}]")]
    [InlineData("[Conv2D(2, 3)][Flatten][{|LW1015:Dense(16)|}]")] // 2 of 3 channels, but 10×10×2 numbers
    [InlineData("[Conv2D(8, 3)][GlobalAveragePool2D][{|LW1015:Dense(8)|}]")]
    [InlineData("[Conv2D(8, 1)][ZeroPadding2D(1, 1, 1, 1)][{|LW1015:ConvTranspose2D(8, 2, Stride = 2)|}][Flatten]")]
    public Task On_images_channels_count_and_behind_a_flatten_all_numbers(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[ImageInput(12, 12, 3)]\n{layers}\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task On_sequences_too() =>
        Verify.OnlyAsync(Id, "[Network]\n[SequenceInput(12, 3)]\n[Conv1D(8, 3)]\n[{|LW1015:Dense(8)|}]\n[GlobalMaxPool1D]\n[{|LW1015:Dense(2)|}]\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(8)][ReLU][Dense(2)]")]
    [InlineData("[Dense(8)][BatchNorm][Tanh][Dropout(0.1)][Dense(2)]")]
    [InlineData("[Dense(8)][Softmax][Dense(2)]")]
    [InlineData("[Maxout(8)][Dense(2)]")]
    [InlineData("[Dense(8)][Maxout(4)][Dense(2)]")]
    [InlineData("[Dense(2)][Dense(6)]")] // an autoencoder's code
    [InlineData("[Dense(2)][BatchNorm][Dense(3)]")]
    [InlineData("[Dense(2)]")]
    public Task Layers_with_something_between_and_bottlenecks_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(6)]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("[DepthwiseConv2D(3)][BatchNorm][Conv2D(16, 1)]")]
    [InlineData("[Conv2D(16, 1)][BatchNorm][DepthwiseConv2D(3)]")]
    [InlineData("[Conv2D(4, 3, Groups = 4)][Conv2D(16, 1)]")]
    [InlineData("[ConvTranspose2D(8, 2, Stride = 2)][Conv2D(8, 3)]")]
    [InlineData("[Conv2D(2, 1)][BatchNorm][Conv2D(8, 1)]")] // MobileNetV2's linear bottleneck
    public Task Separable_transposed_and_bottleneck_convolutions_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[ImageInput(12, 12, 4)]\n{layers}\n[ReLU]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task A_sum_the_start_of_a_branch_and_a_gate_part_two_layers() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(8)]
        [Dense(8)]
        [Residual<Inner>]
        [Dense(8)]
        [Gate<Excite>]
        [Dense(8)]
        [Residual<Inner>(Projection = true)]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(8)]
        [ReLU]
        [Dense(8)]
        class Inner;

        [Block]
        [Dense(2)]
        [ReLU]
        [Dense(8)]
        [Sigmoid]
        class Excite;
        """);

    [Theory]
    [InlineData("[Concat<Wide, Wide>]\n[{|LW1015:Dense(10)|}]", "Dense1 follows Wide.Dense1 with no nonlinearity between, so they compute no more than one linear layer does; insert [BatchNorm] and [ReLU]")]
    [InlineData("[Concat<Wide, Other>]\n[BatchNorm]\n[{|LW1015:Dense(90)|}]", "Dense1 follows Wide.Dense1 and Other.Dense2 with no nonlinearity between, so they compute no more than one linear layer does; insert [Tanh]")]
    [InlineData("[Concat<Wide, Concatenated>]\n[{|LW1015:Dense(10)|}]", "Dense1 follows Wide.Dense1 with ")]
    [InlineData("[Dense(64)]\n[Concat<Identity, Wide>]\n[{|LW1015:Dense(10)|}]", "Dense2 follows Dense1 and Wide.Dense1 ")]
    [InlineData("[Dense(64)]\n[Concat<Identity, Other>]\n[{|LW1015:Dense(10)|}]", "Dense2 follows Dense1 and Other.Dense2 ")]
    [InlineData("[Dense(64)]\n[{|LW1015:Concat<Wide, Bent>|}]\n[Dense(10)]", "Wide.Dense1 follows Dense1 ")]
    public async Task Through_a_concatenation_of_linear_branches(string layers, string message)
    {
        var run = await Verify.OnlyAsync(Id, $$"""
            [Network]
            [Input(64)]
            {{layers}}
            [SoftmaxCrossEntropy]
            public partial class Net;

            {{Branches}}
            """);
        Assert.StartsWith(message, Assert.Single(run.Analyzers).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Concat<Wide, Bent>]\n[Dense(10)]")]
    [InlineData("[Concat<Wide, Wide>]\n[ReLU]\n[Dense(10)]")]
    [InlineData("[Concat<Identity, Wide>]\n[Dense(10)]")]
    [InlineData("[Concat<Wide, Gated>]\n[Dense(10)]")]
    [InlineData("[Concat<Wide, Added>]\n[Dense(10)]")]
    [InlineData("[Concat<Narrow, Narrow>]\n[Dense(10)]")] // 8 of 64 and 10
    public Task Where_a_branch_bends_or_is_a_sum_or_product_or_all_are_narrow_it_is_silent(string layers) => Verify.OnlyAsync(Id, $$"""
        [Network]
        [Input(64)]
        {{layers}}
        [SoftmaxCrossEntropy]
        public partial class Net;

        {{Branches}}
        """);

    [Theory]
    [InlineData("[Conv2D(8, 3)][MaxPool2D(2)][{|LW1015:Conv2D(8, 3)|}][Flatten]", "but max pooling between, which only picks one of several linear values; insert")]
    [InlineData("[Conv2D(8, 3)][BatchNorm][GlobalMaxPool2D][{|LW1015:Dense(8)|}]", "but max pooling between, which only picks one of several linear values; insert")]
    [InlineData("[Conv2D(8, 3)][GroupNorm(2)][{|LW1015:Conv2D(8, 3)|}][Flatten]", "but a normalisation between, which only shifts and scales each row; insert")]
    [InlineData("[Conv2D(8, 3)][AveragePool2D(2)][{|LW1015:Conv2D(8, 3)|}][Flatten]", "between, so the two compute no more than one linear layer does; insert")]
    public async Task The_message_says_what_is_true_behind_a_maximum(string layers, string message)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[ImageInput(12, 12, 3)]\n{layers}\n[ReLU]\n[Dense(2)]\npublic partial class Net;");
        Assert.Contains($"no nonlinearity {message}", Assert.Single(run.Analyzers).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Across_blocks_it_is_said_at_the_use_and_within_one_on_the_block()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(8)]
            [Dense(8)]
            [{|LW1015:Use<Linear>|}]
            [{|LW1015:Dense(4)|}]
            [ReLU]
            [Use<Both>]
            [ReLU]
            [{|LW1015:Repeat<Linear>(3)|}]
            public partial class Net;

            [Block]
            [Dense(8)]
            class Linear;

            [Block]
            [Dense(16)]
            [{|LW1015:Dense(8)|}]
            class Both;
            """);
        Assert.Contains(run.Analyzers, found => found.GetMessage().StartsWith("Linear.Dense1 follows Dense1 ", StringComparison.Ordinal));
        Assert.Contains(run.Analyzers, found => found.GetMessage().StartsWith("Dense2 follows Linear.Dense1 ", StringComparison.Ordinal));
        Assert.Contains(run.Analyzers, found => found.GetMessage().StartsWith("Linear.Dense1 follows Linear.Dense1 ", StringComparison.Ordinal));
    }

    [Fact]
    public Task What_depends_on_a_blocks_input_is_judged_at_each_use() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(8)]
        [Use<Widening>]
        [ReLU]
        [Dense(2)]
        [ReLU]
        [{|LW1015:Use<Widening>|}]
        public partial class Net;

        [Block]
        [Dense(4)]
        [Dense(6)]
        class Widening;
        """);

    [Fact]
    public Task A_blocks_convolutions_are_judged_by_their_filters() => Verify.OnlyAsync(Id, """
        [Network]
        [ImageInput(8, 8, 3)]
        [Use<Stem>]
        [Flatten]
        public partial class Net;

        [Block]
        [Conv2D(16, 3)]
        [BatchNorm]
        [{|LW1015:Conv2D(8, 3)|}]
        class Stem;
        """);

    [Fact]
    public Task Behind_an_error_it_goes_on() =>
        Verify.OnlyAsync(Id, "[Network]\n[Input(8)]\n[Dense(8, Init = (Init)99)]\n[{|LW1015:Dense(2)|}]\npublic partial class Net;");
}
