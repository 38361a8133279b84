namespace Layerwright.CodeModel.Operations;

/// <summary>
/// One forward operation of the graph, with its adjoint: how it computes in training, what it passes back, and how it predicts.
/// One file per operation.
/// </summary>
/// <param name="Output">The tensor it computes.</param>
internal abstract record Node(Tensor Output)
{
    public abstract IEnumerable<Tensor> Inputs { get; }

    /// <summary>Has parameters whose gradient is wanted, so that the gradient of its output is.</summary>
    public virtual bool IsTrainable => false;

    /// <summary>Multiplies each element by a factor that is not negative: an activation in front may read its sign behind it.</summary>
    public virtual bool KeepsSign => false;

    /// <summary>The share of elements that it drops in training.</summary>
    public virtual double DropoutRate => 0;

    /// <summary>Adds the operations of a training forward pass.</summary>
    public abstract void Forward(TrainingTape tape);

    /// <summary>The adjoint: given the gradient of the output, contributes those of the inputs and of the parameters.</summary>
    public abstract void Backward(TrainingTape tape, Tensor gradient);

    /// <summary>Adds the operations of prediction.</summary>
    public abstract void Infer(InferenceTape tape);
}

/// <summary>An operation that inference can fold into the product before it: a scale and shift per column.</summary>
internal interface IFoldsIntoProduct
{
    Tensor Output { get; }

    /// <summary>The call that fills the snapshot's weight and bias from the network's and this operation's parameters.</summary>
    SnapshotCall Fold(Operand weight, int? bias, int targetWeight, int targetBias);
}
