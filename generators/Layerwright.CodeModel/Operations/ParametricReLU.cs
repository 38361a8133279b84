using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>output = input where that is above 0, else slope · input, with learned slopes.</summary>
/// <param name="Output">Bent.</param>
/// <param name="Input">Saved for backward: with a slope below 0 the output does not tell its side.</param>
/// <param name="Slope">Parameter number of the slopes.</param>
/// <param name="IsPerChannel">A slope for each column; else one for all.</param>
internal sealed record ParametricReLU(Tensor Output, Tensor Input, int Slope, bool IsPerChannel) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => true;

    public override void Forward(TrainingTape tape) => tape.Forward(Bend(Input, Slope));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        int columns = IsPerChannel ? Output.Columns : 1;
        var partial = tape.AddPartial(Output, "SlopeSums");
        int slopeGradient = tape.AddStepVector(Output, "SlopeGradient", columns);
        tape.Backward(Operation.Observe(
            gradient,
            new BatchBarrier(
                IsPerChannel ? "BatchSums.Combine" : "SlopeGradient.CombineAll",
                EquatableArray.Of<Operand>(partial, new StepVectorOperand(slopeGradient)),
                EquatableArray.Of(slopeGradient)),
            "GatherSlopeSums",
            new TensorOperand(Input),
            partial));
        tape.AddWeightTask(
            columns, [new("VectorGradient.Run", false, EquatableArray.Of<Operand>(new StepVectorOperand(slopeGradient)), Slope)]);
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, Link.Of(
            Function + "Gradient", new TensorOperand(Input), new VectorOperand(Slope))));
    }

    public override void Infer(InferenceTape tape) =>
        tape.Emit(Output, Bend(tape.Resolve(Input), tape.CopyVector(Slope, Output, "Slope")));

    private string Function => IsPerChannel ? "ChannelPReLU" : "PReLU";

    private Operation Bend(Tensor input, int slope) => Operation.Elementwise(input, Output, Link.Of(Function, new VectorOperand(slope)));
}
