namespace Layerwright.CodeModel.Operations;

/// <summary>output = input · mask / (1 − rate), the mask a function of seed, step, layer, row and channel: whole channels fall.</summary>
/// <param name="Output">Input with its holes.</param>
/// <param name="Input">An image.</param>
/// <param name="Rate">Share of channels that is dropped.</param>
internal sealed record SpatialDropout(Tensor Output, Tensor Input, double Rate) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool KeepsSign => true;

    public override double DropoutRate => Rate;

    public override void Forward(TrainingTape tape) => tape.Forward(Operation.Elementwise(Input, Output, Mask()));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, Mask()));

    public override void Infer(InferenceTape tape) => tape.Alias(Output, tape.Resolve(Input));

    private Link Mask() => Link.Of(
        "SpatialDropout", new DropoutOperand(Output.Layer, Rate, Output.Columns, Positions: 1), Operand.Count(Output.Positions));
}
