namespace Layerwright.CodeModel.Operations;

/// <summary>output = input with a run of its features transposed: [positions][channels] from one column on becomes [channels][positions].</summary>
/// <param name="Output">A vector.</param>
/// <param name="Input">Of as many features.</param>
/// <param name="Column">The run's first feature.</param>
/// <param name="Positions">Its length is positions · channels.</param>
/// <param name="Channels">Side by side in the input.</param>
internal sealed record SegmentTransposition(Tensor Output, Tensor Input, int Column, int Positions, int Channels) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Transpose(Input, Output, Positions, Channels));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Transpose(gradient, inputGradient, Channels, Positions));

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Transpose(tape.Resolve(Input), Output, Positions, Channels));

    private Operation Transpose(Tensor input, Tensor output, int positions, int channels) => Operation.Rowwise(
        "Segment.Transpose", input, output, Operand.Count(Column), Operand.Count(positions), Operand.Count(channels));
}
