namespace Layerwright.CodeModel.Operations;

/// <summary>output = input ∗ W + b, over PyTorch's weight [out, in / groups, height, width].</summary>
/// <param name="Output">[rows, places, out].</param>
/// <param name="Input">[rows, positions, in].</param>
/// <param name="Weight">Parameter number of W.</param>
/// <param name="Bias">Parameter number of b, or null.</param>
/// <param name="IsFrozen">W and b get no gradient.</param>
/// <param name="Window">How the kernel slides.</param>
/// <param name="Groups">Groups of channels, each with filters of its own.</param>
/// <param name="AllowsWinograd">It may go by minimal filtering.</param>
internal sealed record Convolution(
    Tensor Output, Tensor Input, int Weight, int? Bias, bool IsFrozen, WindowGeometry Window, int Groups, bool AllowsWinograd)
    : AffineNode(Output, Input, Weight, Bias, IsFrozen)
{
    protected override WeightForm? Form => Filter(Window, Input, Output)?.Weight(Weight, Window.Taps, Input.Columns);

    // Over one pixel in place, a convolution is a product over lines.
    private bool IsProduct => Window.IsPointwise && Groups == 1;

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        if (!IsFrozen && Filter(Window, Input, Output) is { } filter)
        {
            tape.AddChunkedWeightTask(filter.WeightGradient(Input, gradient, Window, Weight, Bias));
        }
        else if (!IsFrozen)
        {
            tape.AddChunkedWeightTask(
                "ConvolutionWeightGradient.SumChunk",
                Weight,
                Bias,
                new TensorOperand(Input),
                new TensorOperand(gradient),
                new WindowOperand(Window));
        }

        tape.Contribute(Input, inputGradient => PassBack(tape, gradient, inputGradient));
    }

    protected override Operation Map(Tensor input, Operand weight, Tensor output, Link[] links) =>
        IsProduct ? Operation.Product(input, weight, output, links)
        : Filter(Window, Input, Output) is { } filter ? filter.Convolution(input, weight, Window, output, links)
        : Operation.Convolution(input, weight, Window, output, links);

    private Operation PassBack(TrainingTape tape, Tensor gradient, Tensor inputGradient)
    {
        if (IsProduct)
        {
            return Operation.Product(gradient, tape.Copy(new(Weight, CopyForm.Transposed)), inputGradient);
        }

        var turned = MinimalFiltering.Turned(Window);
        return Filter(turned, gradient, inputGradient) is { } filter
            ? filter.Convolution(gradient, tape.Copy(new(Weight, filter.TurnedForm, Window.Taps)), turned, inputGradient)
            : Operation.ConvolutionInputGradient(
                gradient, tape.Copy(new(Weight, CopyForm.Turned, Window.Taps, Groups)), Window, inputGradient);
    }

    private MinimalFilter? Filter(WindowGeometry window, Tensor from, Tensor to) =>
        AllowsWinograd && Groups == 1 ? MinimalFiltering.For(window, from.Columns, to.Columns) : null;
}
