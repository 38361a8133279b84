namespace Layerwright.CodeModel.Operations;

/// <summary>output = input ⊙ factor, the factor one for all positions or one for each element.</summary>
/// <param name="Output">[rows, positions, channels].</param>
/// <param name="Input">What is let through; saved for backward.</param>
/// <param name="Factor">[rows, channels], or as the input; saved for backward.</param>
internal sealed record Gating(Tensor Output, Tensor Input, Tensor Factor) : Node(Output)
{
    private const string ChannelKernel = "ChannelGate";

    public override IEnumerable<Tensor> Inputs => [Input, Factor];

    private bool IsPerElement => Input.Positions == Factor.Positions;

    public override void Forward(TrainingTape tape) => tape.Forward(Multiply(Input, Factor, Output));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        tape.Contribute(Input, inputGradient => Multiply(gradient, Factor, inputGradient));
        tape.Contribute(Factor, factorGradient => IsPerElement
            ? Multiply(gradient, Input, factorGradient)
            : Operation.Spatial(
                ChannelKernel + ".Gradient", gradient, factorGradient, new TensorOperand(Input), Operand.Count(Input.Positions)) with
            {
                TakesEpilogue = true,
            });
    }

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Multiply(tape.Resolve(Input), tape.Resolve(Factor), Output));

    private Operation Multiply(Tensor input, Tensor factor, Tensor output) => IsPerElement
        ? Operation.Elementwise(input, output, Link.Of("MultiplyTensor", new TensorOperand(factor)))
        : Operation.Spatial(ChannelKernel, input, output, new TensorOperand(factor), Operand.Count(Input.Positions)) with { TakesEpilogue = true };
}
