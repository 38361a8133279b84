using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class XavierWithReLUTests
{
    [Fact]
    public async Task Xavier_before_a_rectifier_is_marked_at_the_argument_with_the_shrink_of_the_real_widths()
    {
        var run = await Verify.CompilingAsync("""
            [Network]
            [Input(300)]
            [{|LW4001:Dense(100, {|LW3001:Init = Init.Xavier|})|}]
            [ReLU]
            [Dense(100, {|LW3001:Init = Init.LeCun|})]
            [LeakyReLU(1e-6)]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var messages = run.Analyzers.Where(diagnostic => diagnostic.Id == "LW3001").Select(diagnostic => diagnostic.GetMessage()).ToList();

        // √(300/400) = 0.87, √½ = 0.71, together 0.61.
        Assert.Equal(
            "Dense1 starts with Init.Xavier but feeds ReLU1, which shrinks the signal to 0.87 of its size here, and to 0.61 over 2 such layers; use Init.He",
            messages[0]);
        Assert.Contains("Init.LeCun but feeds LeakyReLU1, which shrinks the signal to 0.71 of its size here", messages[1]);
        Assert.All(run.Analyzers, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
    }

    // √½ before ReLU6; before PReLU over the gain of the slope it starts with, √(2/(1 + 0.25²)).
    [Theory]
    [InlineData("ReLU6", "0.71")]
    [InlineData("PReLU", "0.73")]
    [InlineData("PReLU(PerChannel = true)", "0.73")]
    public async Task Every_rectifier_counts_with_its_gain(string activation, string left)
    {
        var run = await Verify.CompilingAsync(
            $"[Network]\n[Input(4)]\n[Dense(8, {{|LW3001:Init = Init.LeCun|}})]\n[{activation}]\npublic partial class Net;");
        Assert.Contains($"shrinks the signal to {left} of its size", Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task Uniform_kinds_shrink_as_much()
    {
        var run = await Verify.CompilingAsync("""
            [Network]
            [Input(300)]
            [{|LW4001:Dense(100, {|LW3001:Init = Init.XavierUniform|})|}]
            [ReLU]
            [Dense(100, {|LW3001:Init = Init.LeCunUniform|})]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var messages = run.Analyzers.Where(diagnostic => diagnostic.Id == "LW3001").Select(diagnostic => diagnostic.GetMessage()).ToList();
        Assert.Contains("Init.XavierUniform but feeds ReLU1, which shrinks the signal to 0.87 of its size here, and to 0.61 over 2", messages[0]);
        Assert.Contains("Init.LeCunUniform but feeds ReLU2, which shrinks the signal to 0.71 of its size here", messages[1]);
    }

    [Fact]
    public async Task Where_a_normalisation_stands_between_it_is_a_hint()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8, {|LW3001:Init = Init.Xavier|})]
            [BatchNorm]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Contains("the normalisation between cancels it", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Init = Init.He", "ReLU")]
    [InlineData("Init = Init.Auto", "ReLU")]
    [InlineData("Init = Init.HeUniform", "ReLU")]
    [InlineData("Init = Init.Orthogonal", "ReLU")]
    [InlineData("Init = Init.Uniform, InitScale = 0.1", "ReLU")]
    [InlineData("Init = Init.XavierUniform", "SELU")]
    [InlineData("Init = Init.Normal, InitScale = 0.1", "ReLU")]
    [InlineData("Init = Init.Xavier", "Tanh")]
    [InlineData("Init = Init.Xavier", "GELU")]
    [InlineData("Init = Init.Xavier", "SiLU")]
    [InlineData("Init = Init.LeCun", "ELU(0.5)")]
    [InlineData("Init = Init.LeCun", "Mish")]
    [InlineData("Init = Init.LeCun", "SELU")]
    [InlineData("Init = Init.Xavier", "HardSwish")]
    [InlineData("Init = Init.Xavier", "HardTanh")]
    [InlineData("Init = Init.Xavier", "Softplus")]
    [InlineData("Init = Init.LeCun, InitScale = 1.5", "ReLU")]
    public Task Fitting_initialisations_are_silent(string init, string activation) => Verify.CompilingAsync(
        $"[Network]\n[Input(4)]\n[Dense(8, {init})]\n[BatchNorm]\n[{activation}]\n[Dense(2, Init = Init.Xavier)]\npublic partial class Net;");

    // in = out: Xavier's deviation times √2 is He's.
    [Theory]
    [InlineData("Init = Init.Xavier, InitScale = 1.414")]
    [InlineData("InitScale = 1.41, Init = Init.LeCun")]
    [InlineData("Init = Init.Xavier, InitScale = 2")]
    [InlineData("{|LW3001:Init = Init.Xavier|}, InitScale = 1.38")]
    [InlineData("{|LW3001:Init = Init.Xavier|}, InitScale = 1")]
    [InlineData("Init = Init.Xavier, Frozen = true")]
    public Task A_scale_that_makes_up_for_it_to_a_hundredth_and_weights_that_are_to_be_loaded_are_silent(string init) =>
        Verify.OnlyAsync("LW3001", $"[Network]\n[Input(16)]\n[Dense(16, {init})]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Far_fewer_outputs_than_inputs_keep_the_size() =>
        Verify.OnlyAsync("LW3001", "[Network]\n[Input(512)]\n[Dense(1, Init = Init.Xavier)]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Maxout_bends_by_itself() => Verify.CompilingAsync(
        "[Network]\n[Input(4)]\n[Maxout(8, Init = Init.LeCun)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task It_follows_the_path_through_a_sum_and_out_of_a_block()
    {
        var run = await Verify.CompilingAsync("""
            [Network]
            [Input(8)]
            [{|LW3001:Residual<Inner>|}]
            [BatchNorm]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [Dense(8, {|LW3001:Init = Init.LeCun|})]
            [BatchNorm]
            [ReLU]
            [Dense(8, Init = Init.Xavier)]
            [BatchNorm]
            class Inner;
            """);
        var atUse = run.Analyzers[0];
        Assert.Contains("Inner.Dense2 starts with Init.Xavier but feeds ReLU1", atUse.GetMessage());
        var place = Assert.Single(atUse.AdditionalLocations);
        Assert.Equal("Init = Init.Xavier", place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length));
    }

    // √(in/(in + out)) with kernel·channels on both sides; transposed, in over the stride's square.
    [Theory]
    [InlineData("Conv2D(16, 3, {|LW3001:Init = Init.Xavier|})", "0.58")] // 72 and 144
    [InlineData("Conv2D(16, 3, Groups = 4, {|LW3001:Init = Init.XavierUniform|})", "0.58")] // 18 and 36
    [InlineData("DepthwiseConv2D(3, {|LW3001:Init = Init.Xavier|})", "0.71")] // 9 and 9
    [InlineData("ConvTranspose2D(24, 2, Stride = 2, {|LW3001:Init = Init.Xavier|})", "0.28")] // 8 and 96
    [InlineData("Conv2D(16, 3, {|LW3001:Init = Init.LeCun|})", "0.71")]
    public async Task Every_layer_with_weights_shrinks_by_its_own_fans(string layer, string left)
    {
        var run = await Verify.OnlyAsync("LW3001", $"[Network]\n[ImageInput(9, 9, 8)]\n[{layer}]\n[MaxPool2D(2)]\n[ReLU]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");
        Assert.Contains($"shrinks the signal to {left} of its size;", Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task Layers_side_by_side_do_not_shrink_one_another_and_a_normalisation_starts_anew()
    {
        var run = await Verify.OnlyAsync("LW3001", """
            [Network]
            [Input(8)]
            [Dense(8, {|LW3001:Init = Init.LeCun|})]
            [ReLU]
            [LayerNorm]
            [Concat<Inner, Inner>]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(8, {|LW3001:Init = Init.LeCun|})]
            [ReLU]
            class Inner;
            """);
        Assert.Contains("shrinks the signal to 0.71 of its size here, and to 0.71 over 3 such layers", run.Analyzers[0].GetMessage());
    }

    [Fact]
    public async Task Twenty_layers_say_how_little_is_left()
    {
        string layers = string.Concat(Enumerable.Repeat("[Dense(500, Init = Init.Xavier)]\n[ReLU]\n", 20));
        var run = await Layerwright.Testing.Analyzers.AnalyzerRun.OfAsync(
            Layerwright.Testing.Analyzers.TestWorkspace.Create($"[Network]\n[Input(500)]\n{layers}[Dense(2)]\npublic partial class Net;").Projects.Single());

        // √½ each: 2⁻¹⁰ over all.
        Assert.Equal(20, run.Analyzers.Count(diagnostic => diagnostic.Id == "LW3001" && diagnostic.GetMessage().Contains("0.00098 over 20 such layers")));
    }
}
