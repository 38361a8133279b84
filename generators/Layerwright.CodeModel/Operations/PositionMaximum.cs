namespace Layerwright.CodeModel.Operations;

/// <summary>Each output position is the largest of some input positions, channel by channel: max pooling.</summary>
/// <param name="Output">With the input's channels.</param>
/// <param name="Input">An image or a sequence: saved, so that backward finds the winners.</param>
/// <param name="Kernel">The run time's class: <c>MaxPool</c>.</param>
/// <param name="Geometry">What it takes besides the tensors.</param>
/// <param name="IsDisjoint">No input position is asked twice: its gradient is written over it.</param>
internal sealed record PositionMaximum(Tensor Output, Tensor Input, string Kernel, Operand Geometry, bool IsDisjoint) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Maximum(Input));

    public override void Backward(TrainingTape tape, Tensor gradient) => tape.Contribute(
        Input,
        inputGradient => Operation.Spatial(Kernel + ".Gradient", gradient, inputGradient, new TensorOperand(Input), Geometry) with
        {
            TakesEpilogue = true,
            WritesOver = IsDisjoint ? Input : null,
        });

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Maximum(tape.Resolve(Input)));

    private Operation Maximum(Tensor input) => Operation.Spatial(Kernel, input, Output, Geometry) with { TakesEpilogue = true };
}
