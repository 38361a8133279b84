using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output = (input − mean) · γ / √(variance + ε) + β over the batch's statistics; over the running ones in prediction, folded
/// into the product before it where there is one. Mean and variance depend on the input, in the gradient too.
/// </summary>
/// <param name="Output">Normalised.</param>
/// <param name="Input">Saved for backward, which computes x̂ anew.</param>
/// <param name="Gamma">Parameter number of γ.</param>
/// <param name="Beta">Parameter number of β.</param>
/// <param name="RunningMean">Parameter number of the running mean.</param>
/// <param name="RunningVariance">Parameter number of the running variance.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Momentum">Share of the new batch in the running statistics.</param>
internal sealed record BatchNormalization(
    Tensor Output, Tensor Input, int Gamma, int Beta, int RunningMean, int RunningVariance, double Epsilon, double Momentum)
    : Node(Output), IFoldsIntoProduct
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => true;

    public override void Forward(TrainingTape tape)
    {
        var partial = tape.AddPartial(Output, "Statistics");
        int mean = tape.AddStepVector(Output, "Mean"), inverseDeviation = tape.AddStepVector(Output, "InverseDeviation");
        tape.Forward(Operation.Observe(
            Input,
            new BatchBarrier(
                "BatchNormalization.CombineStatistics",
                EquatableArray.Of(
                    partial,
                    Operand.Number(Epsilon),
                    Operand.Number(Momentum),
                    new StepVectorOperand(mean),
                    new StepVectorOperand(inverseDeviation),
                    new VectorOperand(RunningMean),
                    new VectorOperand(RunningVariance)),
                EquatableArray.Of(mean, inverseDeviation)),
            "GatherStatistics",
            partial));
        tape.Forward(Operation.Elementwise(Input, Output, Normalize(
            new StepVectorOperand(mean), new StepVectorOperand(inverseDeviation), new VectorOperand(Gamma), new VectorOperand(Beta))));
        tape.Remember(this, mean, inverseDeviation);
    }

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        var (mean, inverseDeviation) = tape.Recall(this);
        var partial = tape.AddPartial(Output, "GradientSums");
        int betaGradient = tape.AddStepVector(Output, "BetaGradient"), gammaGradient = tape.AddStepVector(Output, "GammaGradient");
        tape.Backward(Operation.Observe(
            gradient,
            new BatchBarrier(
                "NormalizationGradient.Combine",
                EquatableArray.Of<Operand>(
                    partial, new StepVectorOperand(betaGradient), new StepVectorOperand(gammaGradient)),
                EquatableArray.Of(betaGradient, gammaGradient)),
            "GatherGradientSums",
            new TensorOperand(Input),
            new StepVectorOperand(mean),
            new StepVectorOperand(inverseDeviation),
            partial));
        tape.AddWeightTask(Output.Columns,
        [
            new("VectorGradient.Run", false, EquatableArray.Of<Operand>(new StepVectorOperand(gammaGradient)), Gamma),
            new("VectorGradient.Run", false, EquatableArray.Of<Operand>(new StepVectorOperand(betaGradient)), Beta),
        ]);
        tape.Contribute(Input, inputGradient => Operation.Elementwise(gradient, inputGradient, Link.Of(
            "NormalizeGradient",
            new TensorOperand(Input),
            new StepVectorOperand(mean),
            new StepVectorOperand(inverseDeviation),
            new VectorOperand(Gamma),
            new StepVectorOperand(betaGradient),
            new StepVectorOperand(gammaGradient),
            new InverseRowsOperand(Output.Positions))));
    }

    public override void Infer(InferenceTape tape)
    {
        if (tape.IsEmitted(Output))
        {
            return; // folded into the product before it
        }

        int mean = tape.CopyVector(RunningMean, Output, "Mean"), inverseDeviation = tape.AddVector(Output, "InverseDeviation");
        tape.AddSnapshotCall(SnapshotCall.Of(
            "Folding.InverseDeviation",
            new VectorOperand(RunningVariance),
            Operand.Number(Epsilon),
            new TargetVectorOperand(inverseDeviation)));
        tape.Emit(Output, Operation.Elementwise(tape.Resolve(Input), Output, Normalize(
            new VectorOperand(mean),
            new VectorOperand(inverseDeviation),
            new VectorOperand(tape.CopyVector(Gamma, Output, "Gamma")),
            new VectorOperand(tape.CopyVector(Beta, Output, "Beta")))));
    }

    public SnapshotCall Fold(Operand weight, int? bias, int targetWeight, int targetBias) => SnapshotCall.Fold(
        weight,
        bias is { } vector ? new VectorOperand(vector) : new AbsentOperand(),
        new VectorOperand(Gamma),
        new VectorOperand(Beta),
        new VectorOperand(RunningMean),
        new VectorOperand(RunningVariance),
        Operand.Number(Epsilon),
        new TargetMatrixOperand(targetWeight),
        new TargetVectorOperand(targetBias));

    private static Link Normalize(params Operand[] operands) => Link.Of("Normalize", operands);
}
