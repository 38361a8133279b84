namespace Layerwright.CodeModel.Layers;

/// <summary><c>[MeanAbsoluteError]</c>: PyTorch's l1_loss, a number for each output.</summary>
internal sealed class MeanAbsoluteErrorLayer : LossLayer
{
    public override string Kind => "MeanAbsoluteError";

    public override string Target => "Values";

    public override bool IsRegression => true;
}
