using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>
/// output = normalised input · γ (+ β), over the columns of each line, or over groups of channels of each row: rows do not meet. Only
/// the gradients of γ and β are sums over rows, gathered by blocks in the pass that computes the input's gradient.
/// </summary>
/// <param name="Output">Normalised.</param>
/// <param name="Input">Saved for backward, which computes its statistics anew.</param>
/// <param name="Kernel">The run time's class: <c>LayerNormalization</c>.</param>
/// <param name="Gamma">Parameter number of γ.</param>
/// <param name="Beta">Parameter number of β, or null where nothing is added.</param>
/// <param name="Epsilon">ε.</param>
internal sealed record RowNormalization(Tensor Output, Tensor Input, string Kernel, int Gamma, int? Beta, double Epsilon) : Node(Output)
{
    /// <summary>What a kernel that takes whole rows needs before γ: how many groups and positions. None of one that takes lines.</summary>
    public EquatableArray<Operand> Grouping { get; init; }

    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => true;

    public override void Forward(TrainingTape tape) => tape.Forward(Normalize(Input, Gamma, Beta));

    public override void Backward(TrainingTape tape, Tensor gradient)
    {
        var partial = tape.AddPartial(Output, "GradientSums");
        var sums = new List<(int Parameter, int Vector)> { (Gamma, tape.AddStepVector(Output, "GammaGradient")) };
        if (Beta is { } beta)
        {
            sums.Add((beta, tape.AddStepVector(Output, "BetaGradient")));
        }

        var barrier = new BatchBarrier(
            "NormalizationGradient.Combine",
            EquatableArray.Of<Operand>(
                partial,
                sums.Count > 1 ? new StepVectorOperand(sums[1].Vector) : new AbsentOperand(),
                new StepVectorOperand(sums[0].Vector)),
            sums.Select(sum => sum.Vector).ToEquatableArray());
        if (tape.NeedsGradient(Input))
        {
            tape.Contribute(Input, inputGradient => Operation.Rowwise(
                Kernel + ".Gradient",
                gradient,
                inputGradient,
                [new TensorOperand(Input), .. Grouping, new VectorOperand(Gamma), Operand.Number(Epsilon), partial]) with
            {
                Barriers = EquatableArray.Of(barrier),
                IsSpatial = IsSpatial,
            });
        }
        else
        {
            tape.Backward(Operation.Gather(
                Kernel + ".GatherGradientSums",
                gradient,
                barrier,
                [new TensorOperand(Input), .. Grouping, new VectorOperand(Gamma), Operand.Number(Epsilon), partial]) with
            {
                IsSpatial = IsSpatial,
            });
        }

        tape.AddWeightTask(Output.Columns, sums.Select(sum => new GradientCall(
            "VectorGradient.Run", false, EquatableArray.Of<Operand>(new StepVectorOperand(sum.Vector)), sum.Parameter)));
    }

    public override void Infer(InferenceTape tape) => tape.Emit(Output, Normalize(
        tape.Resolve(Input), tape.CopyVector(Gamma, Output, "Gamma"), Beta is { } beta ? tape.CopyVector(beta, Output, "Beta") : null));

    private bool IsSpatial => Grouping.Count > 0;

    private Operation Normalize(Tensor input, int gamma, int? beta) => Operation.Rowwise(
        Kernel,
        input,
        Output,
        [
            .. Grouping,
            new VectorOperand(gamma),
            .. beta is { } vector ? [new VectorOperand(vector)] : Array.Empty<Operand>(),
            Operand.Number(Epsilon),
        ]) with { IsSpatial = IsSpatial };
}
