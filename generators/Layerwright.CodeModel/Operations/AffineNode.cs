namespace Layerwright.CodeModel.Operations;

/// <summary>A linear map with weights, plus a bias: what predicts with a batch normalisation folded into its weights.</summary>
/// <param name="Output">What it computes.</param>
/// <param name="Input">What it multiplies.</param>
/// <param name="Weight">Parameter number of the weight.</param>
/// <param name="Bias">Parameter number of the bias, or null.</param>
/// <param name="IsFrozen">Both get no gradient.</param>
internal abstract record AffineNode(Tensor Output, Tensor Input, int Weight, int? Bias, bool IsFrozen) : Node(Output)
{
    public override IEnumerable<Tensor> Inputs => [Input];

    public override bool IsTrainable => !IsFrozen;

    public override void Forward(TrainingTape tape) => tape.Forward(Map(Input, new MatrixOperand(Weight), Output, BiasLinks(Bias)));

    public override void Infer(InferenceTape tape)
    {
        var fold = tape.SoleConsumer(Output) as IFoldsIntoProduct;
        int weight = tape.AddMatrixLike(Weight, Output);
        if (fold is not null)
        {
            int bias = tape.AddVector(Output, "Bias");
            tape.AddSnapshotCall(fold.Fold(Weight, Bias, weight, bias));
            tape.Emit(fold.Output, Map(tape.Resolve(Input), new MatrixOperand(weight), fold.Output, BiasLinks(bias)), foldedInto: Output);
        }
        else
        {
            tape.AddSnapshotCall(SnapshotCall.CopyMatrix(Weight, weight));
            int? bias = Bias is { } vector ? tape.CopyVector(vector, Output, "Bias") : null;
            tape.Emit(Output, Map(tape.Resolve(Input), new MatrixOperand(weight), Output, BiasLinks(bias)));
        }
    }

    /// <summary>The pass that computes it.</summary>
    protected abstract Operation Map(Tensor input, Operand weight, Tensor output, Link[] links);

    private static Link[] BiasLinks(int? bias) => bias is { } vector ? [Link.Of("AddBias", new VectorOperand(vector))] : [];
}
