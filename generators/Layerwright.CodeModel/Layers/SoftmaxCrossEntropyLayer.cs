using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SoftmaxCrossEntropy]</c>: PyTorch's cross_entropy, one label a row or a probability for each class.</summary>
internal sealed class SoftmaxCrossEntropyLayer : ClassLossLayer
{
    public override string Kind => "SoftmaxCrossEntropy";

    public override string Target => "LabelsOrProbabilities";

    public override string? Activation => "softmax";

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double smoothing = Smoothing(arguments);
        issues.Require(smoothing is >= 0 and < 1, "LabelSmoothing", smoothing, "at least 0 and below 1", smoothing >= 1 ? 0.1 : 0);
    }

    public override IEnumerable<(string Parameter, object Value)> KernelArguments(LayerArguments arguments) =>
        Smoothing(arguments) is > 0 and var smoothing ? [("labelSmoothing", smoothing)] : [];

    public override double? ExpectedLoss(LayerArguments arguments, int outputs) => Math.Log(outputs);

    // 0 is a label like any other: only whether it is written tells it from none.
    public override int? IgnoreLabel(LayerArguments arguments) =>
        arguments.IsWritten("IgnoreLabel") ? arguments.Int("IgnoreLabel", 0) : null;

    private static double Smoothing(LayerArguments arguments) => arguments.Double("LabelSmoothing", 0);
}
