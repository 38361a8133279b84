namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output[u] = max over p of input[p, u]: the end of a maxout layer. Inside, the pieces of all units lie one after the other, so
/// that the maximum is taken over whole vectors; the state dictionary groups them by unit.
/// </summary>
/// <param name="Output">[rows, units].</param>
/// <param name="Input">[rows, pieces · units]: saved, so that backward finds the winner; its gradient is written over it.</param>
internal sealed record PieceMaximum(Tensor Output, Tensor Input) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Maximum(Input));

    public override void Backward(TrainingTape tape, Tensor gradient) => tape.Contribute(
        Input,
        inputGradient => Operation.Spread("PieceMaximum.Gradient", gradient, inputGradient, new TensorOperand(Input)) with { WritesOver = Input });

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Maximum(tape.Resolve(Input)));

    private Operation Maximum(Tensor input) => Operation.Rowwise("PieceMaximum", input, Output, Operand.Count(Input.Columns / Output.Columns));
}
