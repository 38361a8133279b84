namespace Layerwright.CodeModel.Operations;

/// <summary>output = input · mask / (1 − rate). The mask is a function of seed, step, layer and element, so backward computes it anew.</summary>
/// <param name="Output">Input with its holes.</param>
/// <param name="Input">What is dropped from.</param>
/// <param name="Rate">Share that is dropped.</param>
internal sealed record Dropout(Tensor Output, Tensor Input, double Rate) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool KeepsSign => true;

    public override double DropoutRate => Rate;

    public override void Forward(TrainingTape tape) => tape.Forward(Operation.Elementwise(Input, Output, Mask()));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, Mask()));

    public override void Infer(InferenceTape tape) => tape.Alias(Output, tape.Resolve(Input));

    private Link Mask() => Link.Of("Dropout", new DropoutOperand(Output.Layer, Rate, Output.Columns, Output.Positions));
}
