using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>What pooling makes of the plan: shapes, kernels, and backward in one pass with the activation before it.</summary>
public class PoolingTests
{
    [Theory]
    [InlineData("ImageInput(7, 9, 3)", "MaxPool2D(2)", "3×4×3")]
    [InlineData("ImageInput(7, 9, 3)", "MaxPool2D(2, 3)", "3×3×3")]
    [InlineData("ImageInput(7, 9, 3)", "MaxPool2D(3, Stride = 2, Pad = 1)", "4×5×3")]
    [InlineData("ImageInput(7, 9, 3)", "AveragePool2D(3, StrideHeight = 1, PadWidth = 1)", "5×3×3")]
    [InlineData("ImageInput(7, 9, 3)", "AveragePool2D(3, Stride = 2, StrideWidth = 1)", "3×7×3")]
    [InlineData("ImageInput(7, 9, 3)", "GlobalAveragePool2D", "3")]
    [InlineData("ImageInput(7, 9, 3)", "GlobalMaxPool2D", "3")]
    [InlineData("ImageInput(7, 9, 3)", "Upsample2D(3)", "21×27×3")]
    [InlineData("ImageInput(7, 9, 3)", "ZeroPadding2D(1, 2, 3, 4)", "10×16×3")]
    [InlineData("ImageInput(7, 9, 3)", "GroupNorm(3)", "7×9×3")]
    [InlineData("SequenceInput(11, 4)", "MaxPool1D(3)", "3×4")]
    [InlineData("SequenceInput(11, 4)", "AveragePool1D(4, Stride = 3, Pad = 2)", "4×4")]
    [InlineData("SequenceInput(11, 4)", "GlobalMaxPool1D", "4")]
    [InlineData("SequenceInput(11, 4)", "GlobalAveragePool1D", "4")]
    [InlineData("SequenceInput(11, 4)", "GroupNorm(2)", "11×4")]
    [InlineData("Input(12)", "GroupNorm(4)", "12")]
    public void Shapes_are_PyTorchs(string input, string layer, string shape) =>
        Assert.Equal(shape, Planned.Of($"[Network]\n[{input}]\n[{layer}]\n[MeanSquaredError]\npublic partial class Net;", "Net").Graph.Output.Shape.ToString());

    [Theory]
    [InlineData("MaxPool2D(2)", "MaxPool.Gradient")]
    [InlineData("MaxPool2D(2, Stride = 3)", "MaxPool.Gradient")]
    [InlineData("GlobalMaxPool2D", "GlobalMaxPool.Gradient")]
    public void Behind_an_activation_backward_is_one_pass_over_the_memory_of_its_output(string pool, string kernel)
    {
        var plan = Planned.Of(Source("ReLU", pool), "Net");
        var gradient = Assert.Single(Backward(plan), operation => operation.Kernel == kernel);
        var relu = plan.Graph.Nodes[1].Output;

        Assert.Equal(["ReLUGradient"], gradient.Epilogue.Select(link => link.Name));
        Assert.Equal(relu, Assert.IsType<TensorOperand>(gradient.Arguments[0]).Tensor);
        Assert.Equal(plan.Training!.Buffers[relu], plan.Training.Buffers[gradient.Output!]);
    }

    [Fact]
    public void Where_windows_overlap_the_gradient_lies_beside_what_was_pooled()
    {
        var plan = Planned.Of(Source("ReLU", "MaxPool2D(3, Stride = 2)"), "Net");
        var gradient = Assert.Single(Backward(plan), operation => operation.Kernel == "MaxPool.Gradient");
        Assert.NotEqual(plan.Training!.Buffers[plan.Graph.Nodes[1].Output], plan.Training.Buffers[gradient.Output!]);
    }

    [Theory]
    [InlineData("AveragePool2D(2)", "AveragePool.Gradient")]
    [InlineData("AveragePool2D(2, CountPadding = false)", "AveragePool.Gradient")]
    [InlineData("AveragePool2D(2, Pad = 1, CountPadding = false)", "AveragePool.GradientWithoutPadding")]
    [InlineData("GlobalAveragePool2D", "GlobalAveragePool.Gradient")]
    [InlineData("Upsample2D(2)", "Upsample.Gradient")]
    [InlineData("ZeroPadding2D(1, 0, 0, 2)", "ZeroPadding.Gradient")]
    public void Means_and_copies_save_nothing_for_backward(string layer, string kernel)
    {
        var plan = Planned.Of(Source("Tanh", layer), "Net");
        var gradient = Assert.Single(Backward(plan), operation => operation.Kernel == kernel);

        Assert.DoesNotContain(gradient.Arguments, argument => argument is TensorOperand);
        Assert.Equal(["TanhGradient"], gradient.Epilogue.Select(link => link.Name));
    }

    [Fact]
    public void What_follows_a_pooling_joins_its_pass()
    {
        var plan = Planned.Of("[Network]\n[ImageInput(6, 6, 3)]\n[MaxPool2D(2)]\n[Tanh]\n[MeanSquaredError]\npublic partial class Net;", "Net");
        var pool = Assert.Single(plan.Inference.Operations, operation => operation.Kernel == "MaxPool");
        Assert.Equal(["Tanh"], pool.Epilogue.Select(link => link.Name));
    }

    private static IEnumerable<Operation> Backward(NetworkPlan plan) => plan.Training!.Backward.SelectMany(segment => segment.Operations);

    private static string Source(string activation, string layer) =>
        $"[Network]\n[ImageInput(6, 6, 3)]\n[Conv2D(4, 3, Padding = Padding.Same)]\n[{activation}]\n[{layer}]\n[MeanSquaredError]\npublic partial class Net;";
}
