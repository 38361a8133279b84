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

    /// <summary>The form of the weight that its kernel reads; null where it reads the weight as it is.</summary>
    protected virtual WeightForm? Form => null;

    public override void Forward(TrainingTape tape) => tape.Forward(
        Map(Input, Form is { } form ? tape.Copy(form.Copy) : new MatrixOperand(Weight), Output, Link.Bias(Bias)));

    public override void Infer(InferenceTape tape)
    {
        int target = tape.AddWeight(Weight, Form?.Inputs, Output);
        if (Form is { } form)
        {
            tape.AddSnapshotCall(form.Fill(target));
        }

        var weight = new MatrixOperand(target);
        if (tape.SoleConsumer(Output) is IFoldsIntoProduct fold)
        {
            // Every form has the outputs for its columns, so a form is folded into as the weight itself.
            int shift = tape.AddVector(Output, "Bias");
            tape.AddSnapshotCall(fold.Fold(Form is null ? new MatrixOperand(Weight) : new TargetMatrixOperand(target), Bias, target, shift));
            tape.Emit(fold.Output, Map(tape.Resolve(Input), weight, fold.Output, Link.Bias(shift)), foldedInto: Output);
            return;
        }

        if (Form is null)
        {
            tape.AddSnapshotCall(SnapshotCall.CopyMatrix(Weight, target));
        }

        int? bias = Bias is { } vector ? tape.CopyVector(vector, Output, "Bias") : null;
        tape.Emit(Output, Map(tape.Resolve(Input), weight, Output, Link.Bias(bias)));
    }

    /// <summary>The pass that computes it.</summary>
    protected abstract Operation Map(Tensor input, Operand weight, Tensor output, Link[] links);
}

/// <summary>A weight in another form: how a training step and how a predictor comes by it.</summary>
/// <param name="Copy">The copy that a step keeps.</param>
/// <param name="Inputs">Its depth.</param>
/// <param name="Fill">The call that fills that array of a predictor's snapshot.</param>
internal sealed record WeightForm(WeightCopy Copy, int Inputs, Func<int, SnapshotCall> Fill);
