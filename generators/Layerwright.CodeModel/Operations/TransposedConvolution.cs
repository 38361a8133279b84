using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output = the adjoint of a convolution with W, of the input, + b, over PyTorch's weight [in, out, height, width]: forward is a
/// convolution's input gradient, and the input gradient is that convolution.
/// </summary>
/// <param name="Output">[rows, positions, out].</param>
/// <param name="Input">[rows, places, in].</param>
/// <param name="Weight">Parameter number of W.</param>
/// <param name="Bias">Parameter number of b, or null.</param>
/// <param name="IsFrozen">W and b get no gradient.</param>
/// <param name="Window">The convolution's, from the output's positions to the input's.</param>
internal sealed record TransposedConvolution(Tensor Output, Tensor Input, int Weight, int? Bias, bool IsFrozen, WindowGeometry Window)
    : AffineNode(Output, Input, Weight, Bias, IsFrozen)
{
    protected override WeightForm? Form => new(
        new(Weight, CopyForm.Turned, Window.Taps),
        Window.Taps * Input.Columns,
        target => SnapshotCall.Turn(Weight, Window.Taps, target));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen)
        {
            // What enters takes the place of the convolution's gradient, whose padding must be zero.
            tape.AddChunkedWeightTask(
                "ConvolutionWeightGradient.SumChunk",
                Weight,
                null,
                new TensorOperand(gradient),
                new TensorOperand(tape.PaddedWithZeros(Input)),
                new WindowOperand(Window));
            SumBias(tape, gradient);
        }

        tape.Contribute(Input, inputGradient => Operation.Convolution(gradient, new MatrixOperand(Weight), Window, inputGradient));
    }

    protected override Operation Map(Tensor input, Operand weight, Tensor output, Link[] links) =>
        Operation.ConvolutionInputGradient(input, weight, Window, output, links);

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
                "BatchSums.Combine", EquatableArray.Of<Operand>(partial, new StepVectorOperand(sum)), EquatableArray.Of(sum)),
            "GatherSums",
            partial));
        tape.AddWeightTask(Output.Columns, [new("VectorGradient.Run", false, EquatableArray.Of<Operand>(new StepVectorOperand(sum)), bias)]);
    }
}
