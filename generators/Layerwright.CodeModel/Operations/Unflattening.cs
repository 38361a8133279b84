namespace Layerwright.CodeModel.Operations;

/// <summary>output = each row cut into lines: a vector as an image.</summary>
/// <param name="Output">An image.</param>
/// <param name="Input">A vector of as many elements.</param>
internal sealed record Unflattening(Tensor Output, Tensor Input) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Cut(Input));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Operation.Spatial("Flattening", gradient, inputGradient));

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Cut(tape.Resolve(Input)));

    private Operation Cut(Tensor input) =>
        Operation.Spatial("Unflattening", input, Output) with { TakesEpilogue = true, TakesUnpaddedInput = true };
}
