namespace Layerwright.CodeModel.Layers;

/// <summary><c>[MeanSquaredError]</c>: PyTorch's mse_loss, a number for each output.</summary>
internal sealed class MeanSquaredErrorLayer : LossLayer
{
    public override string Kind => "MeanSquaredError";

    public override string Target => "Values";

    public override bool IsRegression => true;
}
