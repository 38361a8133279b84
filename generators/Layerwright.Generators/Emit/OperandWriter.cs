using Layerwright.CodeModel.Operations;

namespace Layerwright.Generators.Emit;

/// <summary>Operands as generated code writes them.</summary>
/// <param name="Names">Names of the plan's numbers.</param>
/// <param name="Scope">The variable that has the weights: <c>block</c> or <c>step</c>.</param>
/// <param name="IsSnapshot">True in prediction, whose weights are the snapshot's.</param>
/// <param name="TensorText">How a tensor is written: as a local variable, or from the block.</param>
internal sealed record OperandWriter(PlanNames Names, string Scope, bool IsSnapshot, Func<Tensor, string> TensorText) : IOperandWriter
{
    /// <summary>True where rows meet: statistics are those of all blocks.</summary>
    public bool IsBatch { get; init; }

    public string Tensor(Tensor tensor) => TensorText(tensor);

    public string Matrix(int index) => $"{Scope}.Matrix({Weights(index)})";

    public string Copy(WeightCopy copy) => $"{Scope}.Copy(Copy.{Names.Copy(copy)})";

    public string Vector(int index) => $"{Scope}.Vector({Weights(index)})";

    public string StepVector(int index) => $"{Scope}.StepVector(Vector.{Names.StepVectors[index]})";

    public string Partial(int index, int positions) => IsBatch
        ? $"{Scope}.Partials(Statistic.{Names.Statistics[index]}{Positions(positions)})"
        : $"{Scope}.Partial(Statistic.{Names.Statistics[index]})";

    public string TargetMatrix(int index) => $"{Scope}.TargetMatrix(Snapshot.{Names.Snapshot[index]})";

    public string TargetVector(int index) => $"{Scope}.TargetVector(Snapshot.{Names.Snapshot[index]})";

    public string Number(double value) => Literal.Float(value);

    public string Count(int value) => Literal.Int(value);

    public string Window(WindowGeometry window) => WindowText.New(window);

    public string Dropout(int layer, double rate, int columns, int positions) =>
        $"{Scope}.Dropout({Literal.Int(layer)}, {Literal.Float(rate)}, {Literal.Int(columns)}{Positions(positions)})";

    public string InverseRows(int positions) => $"{Scope}.InverseRows{(positions > 1 ? " / " + Literal.Int(positions) : "")}";

    public string Absent() => "default";

    public string Chunks() => $"{Scope}.Chunks";

    public string Scratch() => $"{Scope}.Scratch";

    /// <summary>A call's arguments.</summary>
    public List<string> List(IEnumerable<Operand> operands) => operands.Select(operand => operand.Write(this)).ToList();

    private static string Positions(int positions) => positions > 1 ? $", positions: {Literal.Int(positions)}" : "";

    private string Weights(int index) => IsSnapshot ? $"Snapshot.{Names.Snapshot[index]}" : $"Parameter.{Names.Parameters[index]}";
}
