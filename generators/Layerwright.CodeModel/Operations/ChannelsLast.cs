namespace Layerwright.CodeModel.Operations;

/// <summary>output = an image that the caller gives channels first, as a vector of planes, with its channels last.</summary>
/// <param name="Output">The image.</param>
/// <param name="Input">The network's input.</param>
internal sealed record ChannelsLast(Tensor Output, Tensor Input) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Transpose(Input));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Operation.Spatial("ChannelOrder.ToFirst", gradient, inputGradient));

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Transpose(tape.Resolve(Input)));

    private Operation Transpose(Tensor input) => Operation.Spatial("ChannelOrder.ToLast", input, Output) with { TakesUnpaddedInput = true };
}
