using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>output = input ∗ W + b, over PyTorch's weight [out, in / groups, height, width].</summary>
/// <param name="Output">[rows, places, out].</param>
/// <param name="Input">[rows, positions, in].</param>
/// <param name="Window">How the kernel slides.</param>
/// <param name="Groups">Groups of channels, each with filters of its own.</param>
/// <param name="Weight">Parameter number of W.</param>
/// <param name="Bias">Parameter number of b, or null.</param>
/// <param name="IsFrozen">W and b get no gradient.</param>
internal sealed record Convolution(
    Tensor Output, Tensor Input, WindowGeometry Window, int Groups, int Weight, int? Bias, bool IsFrozen) : Node(Output)
{
    private int Channels => Input.Columns / Groups;

    // Over one pixel in place, a convolution is a product over lines.
    private bool IsProduct => Window.IsPointwise && Groups == 1;

    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => !IsFrozen;

    public override void Forward(TrainingTape tape) =>
        tape.Forward(Sum(Input, new MatrixOperand(Weight), Bias, Output));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen)
        {
            tape.AddChunkedWeightTask(
                "ConvolutionWeightGradient.SumChunk",
                Weight,
                Bias,
                Groups,
                new TensorOperand(Input),
                new TensorOperand(gradient),
                new WindowOperand(Window));
        }

        tape.Contribute(Input, inputGradient => IsProduct
            ? Operation.Product(gradient, tape.Copy(new(Weight, CopyForm.Transposed)), inputGradient)
            : Operation.ConvolutionInputGradient(
                gradient, tape.Copy(new(Weight, CopyForm.Turned, Window.Taps, Groups)), Window, inputGradient));
    }

    public override void Infer(InferenceTape tape) => tape.EmitProduct(
        Output,
        new SnapshotArray(Output.Stem + "Weight", Output.Columns, Window.Taps * Channels) { Groups = Groups },
        Weight,
        Bias,
        (weight, bias, output) => Sum(tape.Resolve(Input), weight, bias, output));

    private Operation Sum(Tensor input, Operand weight, int? bias, Tensor output) => IsProduct
        ? Operation.Product(input, weight, output, Link.Bias(bias))
        : Operation.Convolution(input, weight, Window, output, Link.Bias(bias));
}
