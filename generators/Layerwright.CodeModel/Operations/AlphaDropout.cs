namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output = a · (input, or SELU's lower limit where dropped) + b, which keeps mean 0 and variance 1. The mask is a function of
/// seed, step, layer and element, so backward computes it anew.
/// </summary>
/// <param name="Output">Input with its limits.</param>
/// <param name="Input">What is dropped from.</param>
/// <param name="Rate">Share that is dropped.</param>
internal sealed record AlphaDropout(Tensor Output, Tensor Input, double Rate) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override double DropoutRate => Rate;

    public override void Forward(TrainingTape tape) => tape.Forward(Operation.Elementwise(Input, Output, Mask("AlphaDropout")));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, Mask("AlphaDropoutGradient")));

    public override void Infer(InferenceTape tape) => tape.Alias(Output, tape.Resolve(Input));

    private Link Mask(string name) => Link.Of(name, new DropoutOperand(Output.Layer, Rate, Output.Columns, Output.Positions));
}
