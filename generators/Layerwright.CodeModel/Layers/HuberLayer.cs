using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Huber(delta)]</c>: PyTorch's huber_loss, a number for each output.</summary>
internal sealed class HuberLayer : LossLayer
{
    public override string Kind => "Huber";

    public override string Target => "Values";

    public override bool IsRegression => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double delta = Delta(arguments);
        issues.Require(delta > 0 && !double.IsInfinity(delta), "delta", delta, "a positive number", 1);
    }

    public override IEnumerable<(string Parameter, object Value)> KernelArguments(LayerArguments arguments) => [("delta", Delta(arguments))];

    private static double Delta(LayerArguments arguments) => arguments.Double("delta", 1);
}
