namespace Layerwright.CodeModel.Operations;

/// <summary>output = the lines of each row one after the other: an image or sequence as a vector.</summary>
/// <param name="Output">A vector.</param>
/// <param name="Input">Of as many elements.</param>
internal sealed record Flattening(Tensor Output, Tensor Input) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Flatten(Input));

    public override void Backward(TrainingTape tape, Tensor gradient) => tape.Contribute(Input, inputGradient =>
        Operation.Spatial("Unflattening", gradient, inputGradient) with { TakesEpilogue = true });

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Flatten(tape.Resolve(Input)));

    private Operation Flatten(Tensor input) => Operation.Spatial("Flattening", input, Output) with { TakesUnpaddedInput = true };
}
