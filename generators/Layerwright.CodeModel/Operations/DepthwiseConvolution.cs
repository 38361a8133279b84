using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>Every channel convolved by itself, over PyTorch's weight [out, 1, height, width].</summary>
/// <param name="Output">[rows, places, channels · multiplier].</param>
/// <param name="Input">[rows, positions, channels].</param>
/// <param name="Weight">Parameter number of the weight.</param>
/// <param name="Bias">Parameter number of the bias, or null.</param>
/// <param name="IsFrozen">Both get no gradient.</param>
/// <param name="Window">How the kernel slides.</param>
internal sealed record DepthwiseConvolution(Tensor Output, Tensor Input, int Weight, int? Bias, bool IsFrozen, WindowGeometry Window)
    : AffineNode(Output, Input, Weight, Bias, IsFrozen)
{
    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen)
        {
            var read = EquatableArray.Of<Operand>(new TensorOperand(Input), new TensorOperand(gradient), new WindowOperand(Window));
            tape.AddChunkedWeightTask(new ChunkSums("DepthwiseWeightGradient.SumChunk", read, Weight, Bias) { TakesUnpaddedInput = false });
        }

        // The forward weights as they are: nothing to turn.
        tape.Contribute(
            Input, inputGradient => Operation.Depthwise("DepthwiseInputGradient", gradient, new MatrixOperand(Weight), Window, inputGradient));
    }

    protected override Operation Map(Tensor input, Operand weight, Tensor output, Link[] links) =>
        Operation.Depthwise("Depthwise", input, weight, Window, output, links);
}
