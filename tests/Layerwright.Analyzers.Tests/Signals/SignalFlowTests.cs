using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;

namespace Layerwright.Analyzers.Tests.Signals;

public class SignalFlowTests
{
    private const int Width = 256, Rows = 128, Layers = 10;

    public static MatrixTheoryData<string, string> Networks { get; } = new(
        ["Tanh", "Sigmoid", "ReLU", "SELU"],
        ["Init = Init.Normal, InitScale = 0.01", "Init = Init.Normal, InitScale = 1", "Init = Init.Xavier", "Init = Init.He", "Init = Init.LeCun"]);

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task It_is_what_a_drawn_network_of_that_sort_really_has(string activation, string init)
    {
        double deviation = init switch
        {
            "Init = Init.Normal, InitScale = 0.01" => 0.01,
            "Init = Init.Normal, InitScale = 1" => 1,
            "Init = Init.He" => Math.Sqrt(2.0 / Width),
            _ => Math.Sqrt(1.0 / Width), // Xavier and LeCun are one where all layers are as wide
        };
        var real = new SimulatedNetwork(activation, deviation, Layers, Width, Rows);
        var graph = await Graphs.SquareAsync(activation, init, Layers, Width);
        var flow = SignalFlow.Of(graph);
        var bends = graph.Layers.Where(node => node.IsNonlinearity).ToList();
        for (int i = 0; i < Layers; i++)
        {
            // One drawn network strays from the mean of all by a part of a layer's √(5/width), more with each layer.
            Near(real.Deviations[i], flow.Output(bends[i]).Deviation, 1.04 + (0.03 * i));
        }

        Near(real.Gradients[0] / real.Gradients[^1], flow.GradientRatio(bends[0], bends[^1]), 1.4);
    }

    // Measured, 500 wide, at the first and the last layer.
    [Theory]
    [InlineData("Tanh", "Init = Init.Normal, InitScale = 0.01", 10, 0.213, 3.0e-7)]
    [InlineData("Tanh", "Init = Init.Xavier", 10, 0.627, 0.227)]
    [InlineData("ReLU", "Init = Init.Xavier", 20, 0.584, 7.1e-4)]
    [InlineData("ReLU", "Init = Init.He", 20, 0.826, 0.732)]
    [InlineData("SELU", "Init = Init.LeCun", 20, 0.998, 1.01)]
    [InlineData("SELU", "Init = Init.He", 20, 1.31, 7.33)]
    public async Task Published_deviations_are_met(string activation, string init, int layers, double first, double last)
    {
        var graph = await Graphs.SquareAsync(activation, init, layers, 500);
        var flow = SignalFlow.Of(graph);
        var bends = graph.Layers.Where(node => node.IsNonlinearity).ToList();
        Near(first, flow.Output(bends[0]).Deviation, 1.02);
        Near(last, flow.Output(bends[^1]).Deviation, 1.2);
    }

    [Theory]
    [InlineData(5, 2.8e-3)]
    [InlineData(10, 2.0e-6)]
    public async Task Published_gradients_of_sigmoid_networks_are_met(int layers, double ratio)
    {
        var graph = await Graphs.SquareAsync("Sigmoid", "Init = Init.Xavier", layers, 500);
        var bends = graph.Layers.Where(node => node.IsNonlinearity).ToList();
        Near(ratio, SignalFlow.Of(graph).GradientRatio(bends[0], bends[^1]), 1.15);
    }

    [Fact]
    public async Task Nine_tenths_of_a_tanh_layer_saturate_behind_weights_of_deviation_1()
    {
        var graph = await Graphs.SquareAsync("Tanh", "Init = Init.Normal", 1, 500);
        var tanh = graph.Layers.Single(node => node.IsNonlinearity);
        Assert.Equal(0.92, NormalSampling.Share(x => Math.Abs(Math.Tanh(x)) > 0.97, SignalFlow.Of(graph).Input(tanh)), 0.01);
    }

    [Fact]
    public async Task Normalisation_starts_anew_and_a_branch_adds_to_what_goes_around_it()
    {
        var graph = await Graphs.OfAsync("""
            [Network]
            [Input(64)]
            [Dense(64, Init = Init.Normal, InitScale = 0.001)]
            [BatchNorm]
            [Residual<Branch>]
            [Gate<Halved>]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(64, Init = Init.He)]
            class Branch;

            [Block]
            [Dense(64, Init = Init.Zeros)]
            [Sigmoid]
            class Halved;
            """);
        var flow = SignalFlow.Of(graph);
        FlowNode Named(string name) => graph.Nodes.Single(node => node.Name == name);
        Assert.Equal(0.008, flow.Output(Named("Dense1")).Deviation, 1e-6);
        Assert.Equal(1, flow.Output(Named("BatchNorm1")).Deviation);
        Assert.Equal(3, flow.Output(Named("Residual1")).Variance, 1e-6);
        Assert.Equal(0.75, flow.Output(Named("Gate1")).Variance, 1e-6);
    }

    [Fact]
    public async Task Branches_side_by_side_count_with_their_channels_and_the_largest_of_two_maps_keeps_the_size()
    {
        var graph = await Graphs.OfAsync("""
            [Network]
            [Input(30)]
            [Concat<Identity, Large>]
            [Maxout(40, Init = Init.LeCun)]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(10, Init = Init.LeCun, InitScale = 2)]
            class Large;
            """);
        var flow = SignalFlow.Of(graph);
        double joined = flow.Output(graph.Nodes.Single(node => node.IsConcat)).Variance;
        Assert.Equal(((30 * 1) + (10 * 4)) / 40.0, joined, 1e-6);
        Assert.Equal(joined, flow.Output(graph.Nodes.Single(node => node.Name == "Maxout1")).Square, 1e-3 * joined);
    }

    [Theory]
    [InlineData("Init = Init.Xavier", 1)]
    [InlineData("Init = Init.HeUniform", 2)]
    [InlineData("", 2)]
    [InlineData("Init = Init.Orthogonal", 1)]
    public async Task A_block_alone_is_taken_to_be_as_wide_as_it_puts_out(string init, double gain)
    {
        var graph = await Graphs.OfAsync($"[Block]\n[Dense(50{(init.Length > 0 ? ", " + init : "")})]\n[ReLU]\nclass Inner;", "Inner");
        Assert.Equal(gain, StartingWeights.Of(graph.Layers[0]).Gain, 1e-6);
    }

    [Theory]
    [InlineData("Conv2D(16, 3)", 1)]
    [InlineData("Conv2D(16, 3, Groups = 4)", 1)]
    [InlineData("DepthwiseConv2D(3)", 1)]
    [InlineData("ConvTranspose2D(16, 4, Stride = 2)", 1)]
    [InlineData("Conv2D(16, 1)", 1)]
    public async Task Kernels_count_their_taps(string layer, double gain)
    {
        string source = $"[Network]\n[ImageInput(9, 9, 8)]\n[{layer[..^1]}, Init = Init.LeCunUniform)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;";
        var graph = await Graphs.OfAsync(source);
        Assert.Equal(gain, StartingWeights.Of(graph.Layers.First(node => node.IsAffine)).Gain, 1e-6);
    }

    [Fact]
    public async Task Growth_beyond_all_numbers_stays_a_number()
    {
        var graph = await Graphs.SquareAsync("ReLU", "Init = Init.Normal, InitScale = 1000", 60, 500);
        var flow = SignalFlow.Of(graph);
        Assert.All(graph.Layers, node => Assert.True(double.IsFinite(flow.Output(node).Square)));
        Assert.True(double.IsFinite(flow.GradientRatio(graph.Layers[2], graph.Layers[^2])));
    }

    private static void Near(double expected, double found, double factor) =>
        Assert.True(found < expected * factor && found > expected / factor, $"{found} is not near {expected}.");
}
