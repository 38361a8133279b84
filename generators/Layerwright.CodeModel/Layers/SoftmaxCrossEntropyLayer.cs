using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SoftmaxCrossEntropy]</c>: PyTorch's cross_entropy, one label a row.</summary>
internal sealed class SoftmaxCrossEntropyLayer : LossLayer
{
    public override string Kind => "SoftmaxCrossEntropy";

    public override string Target => "Labels";

    public override string? Activation => "softmax";

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (input.Length == 1)
        {
            issues.Add(RuleIds.OutputLossMismatch, null, "BinaryCrossEntropy", Kind, input.ToString());
        }

        return input;
    }
}
