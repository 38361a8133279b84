using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>output = [parts]: the branches side by side on the channel axis.</summary>
/// <param name="Output">[rows, positions, all channels].</param>
/// <param name="Parts">Two to four tensors of as many positions.</param>
internal sealed record Concatenation(Tensor Output, EquatableArray<Tensor> Parts) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => Parts;

    public override void Forward(TrainingTape tape) => tape.Forward(Join(Parts));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        int column = 0;
        foreach (var part in Parts)
        {
            int first = column;
            tape.Contribute(part, partGradient => Operation.Rowwise("Concatenation.Part", gradient, partGradient, Operand.Count(first)));
            column += part.Columns;
        }
    }

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Join(Parts.Select(tape.Resolve).ToEquatableArray()));

    private Operation Join(EquatableArray<Tensor> parts) =>
        Operation.Rowwise("Concatenation", parts[0], Output, [.. parts.Skip(1).Select(part => new TensorOperand(part))]);
}
