using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>output = f(input), elementwise, where f′ follows from the output: nothing else is saved for backward.</summary>
/// <param name="Output">f of the input.</param>
/// <param name="Input">What it bends.</param>
/// <param name="Function">The link of that name; its derivative is <c>…Gradient</c>.</param>
/// <param name="Coefficients">Numbers that f takes.</param>
/// <param name="IsSignDetermined">f′ follows from the output's sign.</param>
internal sealed record Activation(
    Tensor Output, Tensor Input, string Function, EquatableArray<Operand> Coefficients, bool IsSignDetermined) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Operation.Elementwise(Input, Output, Link()));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        // A sign survives a positive factor: behind a dropout the output before it need not be kept.
        var output = IsSignDetermined && tape.Graph.SoleConsumer(Output) is { KeepsSign: true } next ? next.Output : Output;
        var derivative = new Link(Function + "Gradient", Coefficients.Prepend(new TensorOperand(output)).ToEquatableArray());
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, derivative));
    }

    public override void Infer(InferenceTape tape) =>
        tape.Emit(Output, Operation.Elementwise(tape.Resolve(Input), Output, Link()));

    private Link Link() => new(Function, Coefficients);
}
