namespace Layerwright.CodeModel.Operations;

/// <summary>
/// A batch normalisation that training leaves alone: output = (input − running mean) · γ / √(running variance + ε) + β. Rows do
/// not meet, and what passes back is scaled per column.
/// </summary>
/// <param name="Live">The same layer with batch statistics, which it predicts as.</param>
internal sealed record FrozenNormalization(BatchNormalization Live) : Node(Live.Output), IFoldsIntoProduct
{
    public override IEnumerable<Tensor> Inputs => Live.Inputs;

    public override void Forward(TrainingTape tape)
    {
        int inverseDeviation = tape.AddStepVector(Output, "InverseDeviation");
        tape.Prepare(SnapshotCall.Of(
            "Folding.InverseDeviation",
            new VectorOperand(Live.RunningVariance),
            Operand.Number(Live.Epsilon),
            new StepVectorOperand(inverseDeviation)));
        tape.Forward(Operation.Elementwise(Live.Input, Output, Link.Of(
            "Normalize",
            new VectorOperand(Live.RunningMean),
            new StepVectorOperand(inverseDeviation),
            new VectorOperand(Live.Gamma),
            new VectorOperand(Live.Beta))));
        tape.Remember(this, inverseDeviation, inverseDeviation);
    }

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        var (inverseDeviation, _) = tape.Recall(this);
        tape.Contribute(Live.Input, inputGradient => Operation.Elementwise(gradient, inputGradient, Link.Of(
            "ScaleColumns", new StepVectorOperand(inverseDeviation), new VectorOperand(Live.Gamma))));
    }

    public override void Infer(InferenceTape tape) => Live.Infer(tape);

    public SnapshotCall Fold(Operand weight, int? bias, int targetWeight, int targetBias) => Live.Fold(weight, bias, targetWeight, targetBias);
}
