using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output = f(input), elementwise. f′ is taken from the output where the output determines it, so that nothing else is saved for
/// backward; else from the input.
/// </summary>
/// <param name="Output">f of the input.</param>
/// <param name="Input">What it bends.</param>
/// <param name="Function">The link that computes f.</param>
/// <param name="Gradient">The link that multiplies by f′.</param>
/// <param name="Coefficients">Numbers that f takes.</param>
/// <param name="Derivative">What f′ follows from.</param>
internal sealed record Activation(
    Tensor Output, Tensor Input, string Function, string Gradient, EquatableArray<Operand> Coefficients, DerivativeSource Derivative)
    : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Operation.Elementwise(Input, Output, Link()));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        var derivative = new Link(Gradient, Coefficients.Prepend(new TensorOperand(Saved(tape.Graph))).ToEquatableArray());
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, derivative));
    }

    public override void Infer(InferenceTape tape) =>
        tape.Emit(Output, Operation.Elementwise(tape.Resolve(Input), Output, Link()));

    // A sign survives a positive factor: behind a dropout the output before it need not be kept.
    private Tensor Saved(OpGraph graph) => Derivative switch
    {
        DerivativeSource.Input => Input,
        DerivativeSource.OutputSign when graph.SoleConsumer(Output) is { KeepsSign: true } next => next.Output,
        _ => Output,
    };

    private Link Link() => new(Function, Coefficients);
}

/// <summary>What an activation's derivative follows from.</summary>
internal enum DerivativeSource
{
    /// <summary>The output determines it.</summary>
    Output,

    /// <summary>The output's sign does, or the input's, which is the same.</summary>
    OutputSign,

    /// <summary>Only the input does.</summary>
    Input,
}
