using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>Every channel convolved by itself, over PyTorch's weight [out, 1, height, width].</summary>
/// <param name="Output">[rows, places, channels · multiplier].</param>
/// <param name="Input">[rows, positions, channels].</param>
/// <param name="Window">How the kernel slides.</param>
/// <param name="Weight">Parameter number of the weight.</param>
/// <param name="Bias">Parameter number of the bias, or null.</param>
/// <param name="IsFrozen">Both get no gradient.</param>
internal sealed record DepthwiseConvolution(Tensor Output, Tensor Input, WindowGeometry Window, int Weight, int? Bias, bool IsFrozen) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => !IsFrozen;

    public override void Forward(TrainingTape tape) => tape.Forward(Sum(Input, new MatrixOperand(Weight), Bias, Output));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen)
        {
            var read = EquatableArray.Of<Operand>(new TensorOperand(Input), new TensorOperand(gradient), new WindowOperand(Window));
            tape.AddChunkedWeightTask(new ChunkSums("DepthwiseWeightGradient.SumChunk", read, Weight) { TakesUnpaddedInput = false }, Bias);
        }

        // The forward weights as they are: nothing to turn.
        tape.Contribute(
            Input, inputGradient => Operation.Depthwise("DepthwiseInputGradient", gradient, new MatrixOperand(Weight), Window, inputGradient));
    }

    public override void Infer(InferenceTape tape) => tape.EmitProduct(
        Output,
        new SnapshotArray(Output.Stem + "Weight", Output.Columns, Window.Taps),
        Weight,
        Bias,
        (weight, bias, output) => Sum(tape.Resolve(Input), weight, bias, output));

    private Operation Sum(Tensor input, Operand weight, int? bias, Tensor output) =>
        Operation.Depthwise("Depthwise", input, weight, Window, output, Link.Bias(bias));
}
