namespace Layerwright.CodeModel.Operations;

/// <summary>
/// Softmax or its logarithm over each row: every output depends on the whole row, so it joins no pass before it. The output
/// determines the derivative.
/// </summary>
/// <param name="Output">Its exponentials, or it itself, sum to 1 in each row.</param>
/// <param name="Input">Numbers of any size.</param>
/// <param name="Kernel">The run time's class that computes it and its gradient.</param>
internal sealed record RowSoftmax(Tensor Output, Tensor Input, string Kernel) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Operation.Rowwise(Kernel + ".Run", Input, Output));

    public override void Backward(TrainingTape tape, Tensor gradient) => tape.Contribute(Input, inputGradient =>
        Operation.Rowwise(Kernel + ".Backward", gradient, inputGradient, new TensorOperand(Output)));

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Operation.Rowwise(Kernel + ".Run", tape.Resolve(Input), Output));
}
