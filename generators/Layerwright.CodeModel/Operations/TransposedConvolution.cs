using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output = the adjoint of a convolution with W, of the input, + b, over PyTorch's weight [in, out, height, width]: forward is a
/// convolution's input gradient, and the input gradient is that convolution.
/// </summary>
/// <param name="Output">[rows, positions, out].</param>
/// <param name="Input">[rows, places, in].</param>
/// <param name="Window">The convolution's, from the output's positions to the input's.</param>
/// <param name="Weight">Parameter number of W.</param>
/// <param name="Bias">Parameter number of b, or null.</param>
/// <param name="IsFrozen">W and b get no gradient.</param>
internal sealed record TransposedConvolution(
    Tensor Output, Tensor Input, WindowGeometry Window, int Weight, int? Bias, bool IsFrozen) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => !IsFrozen;

    public override void Forward(TrainingTape tape) =>
        tape.Forward(Sum(Input, tape.Copy(new(Weight, CopyForm.Turned, Window.Taps)), Bias, Output));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen)
        {
            // What enters takes the place of the convolution's gradient, whose padding must be zero.
            tape.AddChunkedWeightTask(
                "ConvolutionWeightGradient.SumChunk",
                Weight,
                null,
                1,
                new TensorOperand(gradient),
                new TensorOperand(tape.PaddedWithZeros(Input)),
                new WindowOperand(Window));
            SumBias(tape, gradient);
        }

        tape.Contribute(Input, inputGradient => Operation.Convolution(gradient, new MatrixOperand(Weight), Window, inputGradient));
    }

    public override void Infer(InferenceTape tape) => tape.EmitProduct(
        Output,
        new SnapshotArray(Output.Stem + "Weight", Output.Columns, Window.Taps * Input.Columns),
        Weight,
        Bias,
        (weight, bias, output) => Sum(tape.Resolve(Input), weight, bias, output),
        target => SnapshotCall.Turn(Weight, Window.Taps, target));

    private void SumBias(TrainingTape tape, Tensor gradient)
    {
        if (Bias is not { } bias)
        {
            return;
        }

        var partial = tape.AddPartial(Output, "BiasSums");
        int sum = tape.AddStepVector(Output, "BiasGradient");
        tape.Backward(Operation.Observe(
            gradient,
            new BatchBarrier(
                "ColumnSums.Combine", EquatableArray.Of<Operand>(partial, new StepVectorOperand(sum)), EquatableArray.Of(sum)),
            "GatherSums",
            partial));
        tape.AddWeightTask(Output.Columns, [new("VectorGradient.Run", false, EquatableArray.Of<Operand>(new StepVectorOperand(sum)), bias)]);
    }

    private Operation Sum(Tensor input, Operand turned, int? bias, Tensor output) =>
        Operation.ConvolutionInputGradient(input, turned, Window, output, Link.Bias(bias));
}
