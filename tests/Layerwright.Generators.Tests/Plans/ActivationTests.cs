using Layerwright.CodeModel.Operations;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>What an activation makes of the plan: what backward reads, and how the weights before it start.</summary>
public class ActivationTests
{
    private const int Inputs = 3, Units = 4;

    [Theory]
    [InlineData("ReLU", "ReLUGradient", true)]
    [InlineData("ReLU6", "ReLU6Gradient", true)]
    [InlineData("LeakyReLU", "LeakyReLUGradient", true)]
    [InlineData("LeakyReLU(0)", "LeakyReLUGradient", false)]
    [InlineData("LeakyReLU(-0.3)", "LeakyReLUGradient", false)]
    [InlineData("ELU", "ELUGradient", true)]
    [InlineData("ELU(0)", "ELUInputGradient", false)]
    [InlineData("ELU(-0.5)", "ELUInputGradient", false)]
    [InlineData("SELU", "SELUGradient", true)]
    [InlineData("Tanh", "TanhGradient", true)]
    [InlineData("Sigmoid", "SigmoidGradient", true)]
    [InlineData("PReLU", "PReLUGradient", false)]
    [InlineData("PReLU(PerChannel = true)", "ChannelPReLUGradient", false)]
    [InlineData("GELU", "GELUGradient", false)]
    [InlineData("GELU(Approximate = true)", "ApproximateGELUGradient", false)]
    [InlineData("SiLU", "SiLUGradient", false)]
    [InlineData("Mish", "MishGradient", false)]
    [InlineData("Softplus", "SoftplusGradient", false)]
    [InlineData("Softsign", "SoftsignGradient", false)]
    [InlineData("HardTanh", "HardTanhGradient", false)]
    [InlineData("HardSigmoid", "HardSigmoidGradient", false)]
    [InlineData("HardSwish", "HardSwishGradient", false)]
    public void A_derivative_comes_from_the_output_only_where_that_determines_it(string activation, string link, bool fromOutput)
    {
        var plan = Planned.Of(Source(activation), "Net", fuse: false);
        var gradient = Assert.Single(
            plan.Training!.Backward.SelectMany(segment => segment.Operations).SelectMany(operation => operation.Epilogue), each => each.Name == link);
        var saved = Assert.IsType<TensorOperand>(gradient.Operands[0]).Tensor;
        Assert.Equal(plan.Graph.Nodes[fromOutput ? 1 : 0].Output, saved);
    }

    [Theory]
    [InlineData("Softmax")]
    [InlineData("LogSoftmax")]
    public void A_softmax_takes_its_derivative_from_the_output_and_what_precedes_joins_its_pass(string activation)
    {
        var plan = Planned.Of($"[Network]\n[Input(3)]\n[Dense(4)]\n[Tanh]\n[{activation}]\n[Dense(2)]\n[MeanSquaredError]\npublic partial class Net;", "Net");
        var operation = Assert.Single(plan.Training!.Backward.SelectMany(segment => segment.Operations), each => each.Kernel == $"{activation}.Backward");
        Assert.Equal(plan.Graph.Nodes[2].Output, Assert.IsType<TensorOperand>(operation.Arguments[0]).Tensor);
        Assert.Equal(["TanhGradient"], operation.Epilogue.Select(link => link.Name));
    }

    [Theory]
    [InlineData("ReLU", 2)]
    [InlineData("ReLU6", 2)]
    [InlineData("LeakyReLU(0.5)", 2 / 1.25)]
    [InlineData("PReLU", 2 / 1.0625)]
    [InlineData("PReLU(PerChannel = true)", 2 / 1.0625)]
    [InlineData("ELU", 2)]
    [InlineData("GELU", 2)]
    [InlineData("SiLU", 2)]
    [InlineData("Mish", 2)]
    [InlineData("HardSwish", 2)]
    [InlineData("SELU", 1)]
    [InlineData("Tanh", 2.0 * Inputs / (Inputs + Units))]
    [InlineData("Sigmoid", 2.0 * Inputs / (Inputs + Units))]
    [InlineData("Softsign", 2.0 * Inputs / (Inputs + Units))]
    [InlineData("HardTanh", 2.0 * Inputs / (Inputs + Units))]
    [InlineData("HardSigmoid", 2.0 * Inputs / (Inputs + Units))]
    [InlineData("Softplus", 2.0 * Inputs / (Inputs + Units))]
    [InlineData("Softmax", 2.0 * Inputs / (Inputs + Units))]
    public void Weights_start_as_the_activation_behind_them_needs(string activation, double varianceTimesInputs)
    {
        var start = Planned.Of(Source(activation), "Net").Graph.Parameters[0].Declaration.Start;
        Assert.Equal("Normal", start.Form);
        Assert.Equal(Math.Sqrt(varianceTimesInputs / Inputs), start.Value, 1e-6);
    }

    private static string Source(string activation) =>
        $"[Network]\n[Input({Inputs})]\n[Dense({Units})]\n[{activation}]\n[Dense(2)]\n[MeanSquaredError]\npublic partial class Net;";
}
