namespace Layerwright.CodeModel.Operations;

/// <summary>output = left + right: where a residual's branch and shortcut meet.</summary>
/// <param name="Output">The sum.</param>
/// <param name="Left">The branch, into whose last pass the sum is fused where it can be.</param>
/// <param name="Right">The shortcut.</param>
internal sealed record Addition(Tensor Output, Tensor Left, Tensor Right) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Left, Right];

    public override void Forward(TrainingTape tape) => tape.Forward(Sum(Left, Right));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        // The gradient of a sum is the gradient of each addend: no pass at all.
        tape.Pass(Left, gradient);
        tape.Pass(Right, gradient);
    }

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Sum(tape.Resolve(Left), tape.Resolve(Right)));

    private Operation Sum(Tensor left, Tensor right) => Operation.Elementwise(left, Output, Link.Sum(right));
}
