namespace Layerwright.CodeModel.Layers;

/// <summary><c>[BinaryCrossEntropy]</c>: PyTorch's binary_cross_entropy_with_logits, a probability for each output.</summary>
internal sealed class BinaryCrossEntropyLayer : LossLayer
{
    public override string Kind => "BinaryCrossEntropy";

    public override string Target => "Probabilities";

    public override string? Activation => "sigmoid";

    public override double? ExpectedLoss(LayerArguments arguments, int outputs) => Math.Log(2);
}
