namespace Layerwright.CodeModel.Operations;

/// <summary>What a kernel call takes besides rows: tensors, weights, vectors, numbers. The emitter writes each through <see cref="Write"/>.</summary>
internal abstract record Operand
{
    public static Operand Number(double value) => new NumberOperand(value);

    public static Operand Count(int value) => new CountOperand(value);

    public abstract string Write(IOperandWriter writer);
}

/// <summary>How operands look in generated code.</summary>
internal interface IOperandWriter
{
    string Tensor(Tensor tensor);

    string Matrix(int index);

    string Copy(WeightCopy copy);

    string Vector(int index);

    string StepVector(int index);

    string Partial(int index, int positions);

    string TargetMatrix(int index);

    string TargetVector(int index);

    string Number(double value);

    string Count(int value);

    string Window(WindowGeometry window);

    string Dropout(int layer, double rate, int columns, int positions);

    string InverseRows(int positions);

    string Absent();

    string Chunks();

    string Scratch();
}

/// <summary>A tensor of activations or gradients, one block of rows of it.</summary>
internal sealed record TensorOperand(Tensor Tensor) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Tensor(Tensor);
}

/// <summary>A weight: of the network in training, of the snapshot in prediction.</summary>
internal sealed record MatrixOperand(int Index) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Matrix(Index);
}

/// <summary>A weight in another form, which a training step keeps.</summary>
internal sealed record CopyOperand(WeightCopy Copy) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Copy(Copy);
}

/// <summary>A vector parameter: of the network in training, of the snapshot in prediction.</summary>
internal sealed record VectorOperand(int Index) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Vector(Index);
}

/// <summary>A vector that a step keeps from the barrier that fills it on.</summary>
internal sealed record StepVectorOperand(int Index) : Operand
{
    public override string Write(IOperandWriter writer) => writer.StepVector(Index);
}

/// <summary>A statistic's part of one block of rows, or at the barrier all of them.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Positions">Lines that each row gives it.</param>
internal sealed record PartialOperand(int Index, int Positions) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Partial(Index, Positions);
}

/// <summary>A weight of the snapshot that is being filled.</summary>
internal sealed record TargetMatrixOperand(int Index) : Operand
{
    public override string Write(IOperandWriter writer) => writer.TargetMatrix(Index);
}

/// <summary>A vector of the snapshot that is being filled.</summary>
internal sealed record TargetVectorOperand(int Index) : Operand
{
    public override string Write(IOperandWriter writer) => writer.TargetVector(Index);
}

/// <summary>A float, written as a literal.</summary>
internal sealed record NumberOperand(double Value) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Number(Value);
}

/// <summary>A whole number, written as a literal.</summary>
internal sealed record CountOperand(int Value) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Count(Value);
}

/// <summary>How a kernel's window slides over images.</summary>
internal sealed record WindowOperand(WindowGeometry Window) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Window(Window);
}

/// <summary>The mask of a dropout layer in this step, over lines of so many columns, so many a row.</summary>
internal sealed record DropoutOperand(int Layer, double Rate, int Columns, int Positions) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Dropout(Layer, Rate, Columns, Positions);
}

/// <summary>1 / lines of the batch, which has so many positions a row.</summary>
internal sealed record InverseRowsOperand(int Positions) : Operand
{
    public override string Write(IOperandWriter writer) => writer.InverseRows(Positions);
}

/// <summary>No tensor where one may be missing.</summary>
internal sealed record AbsentOperand : Operand
{
    public override string Write(IOperandWriter writer) => writer.Absent();
}

/// <summary>The sums of a weight task's chunks: one chunk's where they are made, all where they meet.</summary>
internal sealed record ChunksOperand : Operand
{
    public override string Write(IOperandWriter writer) => writer.Chunks();
}

/// <summary>Room that a kernel needs to itself while it runs.</summary>
internal sealed record ScratchOperand(int Floats) : Operand
{
    public override string Write(IOperandWriter writer) => writer.Scratch();
}
