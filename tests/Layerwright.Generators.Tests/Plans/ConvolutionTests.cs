using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>Which kernels convolutions become, over which windows.</summary>
public class ConvolutionTests
{
    [Theory]
    [InlineData("[Conv2D(8, 3)]", "Convolution", "ConvolutionInputGradient")]
    [InlineData("[Conv2D(8, 1)]", "Product", "Product")]
    [InlineData("[Conv2D(8, 1, Groups = 2)]", "Convolution", "ConvolutionInputGradient")]
    [InlineData("[Conv2D(8, 1, Stride = 2)]", "Convolution", "ConvolutionInputGradient")]
    [InlineData("[Conv2D(8, 1, Pad = 1)]", "Convolution", "ConvolutionInputGradient")]
    [InlineData("[ConvTranspose2D(8, 3)]", "ConvolutionInputGradient", "Convolution")]
    public void A_convolution_is_one_pass_each_way(string layer, string forward, string backward)
    {
        var plan = Plan($"[ImageInput(9, 12, 4)]{layer}[ReLU]", "InputGradient = true");

        var computed = Assert.Single(Assert.Single(plan.Training!.Forward).Operations);
        Assert.Equal(forward, computed.Kernel);
        Assert.Equal(["AddBias", "ReLU"], computed.Epilogue.Select(link => link.Name));
        Assert.Contains(backward, plan.Training.Backward.SelectMany(segment => segment.Operations).Select(operation => operation.Kernel));
        Assert.Equal(forward, Assert.Single(plan.Inference.Operations).Kernel);
    }

    [Theory]
    [InlineData("[Conv2D(8, 3, Padding = Padding.Same)]", 9, 12, 1, 1)]
    [InlineData("[Conv2D(8, 4, 2, Padding = Padding.Same)]", 9, 12, 1, 0)]
    [InlineData("[Conv2D(8, 4, 2, Padding = Padding.Same, Stride = 2)]", 5, 6, 1, 0)]
    [InlineData("[Conv2D(8, 3, Padding = Padding.Same, Dilation = 3)]", 9, 12, 3, 3)]
    [InlineData("[Conv2D(8, 3, Stride = 2, PadWidth = 1)]", 4, 6, 0, 1)]
    [InlineData("[Conv2D(8, 3, 5, StrideHeight = 3)]", 3, 8, 0, 0)]
    public void Padding_stands_at_the_start_as_its_rule_says(string layer, int height, int width, int top, int left)
    {
        var window = Window(Plan($"[ImageInput(9, 12, 4)]{layer}", "").Inference.Operations[0]);

        Assert.Equal((height, width), window.Output);
        Assert.Equal((top, left), window.Pad);
    }

    [Fact]
    public void A_causal_convolution_pads_before_the_first_step_alone()
    {
        var window = Window(Plan("[SequenceInput(20, 4)][Conv1D(8, 3, Causal = true, Dilation = 4)]", "").Inference.Operations[0]);

        Assert.Equal((1, 20), window.Output);
        Assert.Equal((0, 8), window.Pad);
    }

    [Theory]
    [InlineData("[ConvTranspose2D(8, 4, Stride = 2, Pad = 1)]", 18, 24)]
    [InlineData("[ConvTranspose2D(8, 3, 2, StrideWidth = 2, OutputPaddingWidth = 1)]", 11, 25)]
    public void A_transposed_convolution_has_the_window_of_the_convolution_it_is_the_adjoint_of(string layer, int height, int width)
    {
        var window = Window(Plan($"[ImageInput(9, 12, 4)]{layer}", "").Inference.Operations[0]);

        Assert.Equal((height, width), window.Input);
        Assert.Equal((9, 12), window.Output);
    }

    [Theory]
    [InlineData("[Conv2D(8, 3)]", false)]
    [InlineData("[Conv2D(16, 3, Groups = 2)]", false)]
    [InlineData("[Conv2D(64, 3, Padding = Padding.Same)]", true)]
    [InlineData("[ConvTranspose2D(8, 3)]", true)]
    public void Batch_normalisation_folds_into_the_weights_that_prediction_reads(string layer, bool isForm)
    {
        var inference = Plan($"[ImageInput(16, 16, 64)]{layer}[BatchNorm][ReLU]", "").Inference;

        Assert.Equal(["AddBias", "ReLU"], Assert.Single(inference.Operations, operation => operation.HasWeights).Epilogue.Select(link => link.Name));
        var fold = Assert.Single(inference.Calls, call => call.IsFold);
        Assert.Equal(isForm, fold.Operands[0] is TargetMatrixOperand);
    }

    private static WindowGeometry Window(Operation operation) => operation.Arguments.OfType<WindowOperand>().Single().Window;

    private static NetworkPlan Plan(string layers, string options) =>
        Planned.Of($"[Network({options})]{layers} public partial class Net;", "Net");
}
