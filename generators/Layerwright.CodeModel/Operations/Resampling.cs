namespace Layerwright.CodeModel.Operations;

/// <summary>
/// Each output position is a sum of input positions times fixed shares, channel by channel: average pooling, upsampling, a frame of
/// zeros. Backward needs nothing but the gradient.
/// </summary>
/// <param name="Output">With the input's channels.</param>
/// <param name="Input">An image or a sequence.</param>
/// <param name="Kernel">The run time's class: <c>AveragePool</c>.</param>
/// <param name="Variant">What its methods' names end in, where there are several.</param>
/// <param name="Geometry">What it takes besides the tensors.</param>
internal sealed record Resampling(Tensor Output, Tensor Input, string Kernel, string Variant, Operand Geometry) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override void Forward(TrainingTape tape) => tape.Forward(Call("Run", Input, Output));

    public override void Backward(TrainingTape tape, Tensor gradient) =>
        tape.Contribute(Input, inputGradient => Call("Gradient", gradient, inputGradient));

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Call("Run", tape.Resolve(Input), Output));

    private Operation Call(string method, Tensor from, Tensor to) =>
        Operation.Spatial($"{Kernel}.{method}{Variant}", from, to, Geometry) with { TakesEpilogue = true };
}
