using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[MulticlassHinge]</c>: PyTorch's multi_margin_loss times the classes, one label a row.</summary>
internal sealed class MulticlassHingeLayer : ClassLossLayer
{
    public override string Kind => "MulticlassHinge";

    public override string Target => "Labels";

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double margin = Margin(arguments);
        issues.Require(margin >= 0 && !double.IsInfinity(margin), "Margin", margin, "a finite number, 0 or more", 1);
    }

    public override IEnumerable<(string Parameter, object Value)> KernelArguments(LayerArguments arguments) =>
        [("margin", Margin(arguments)), ("squared", arguments.Bool("Squared", false))];

    // Every wrong class is short of the margin by all of it. The mean of squares depends on how far first scores scatter: a third more is healthy.
    public override double? ExpectedLoss(LayerArguments arguments, int outputs) =>
        arguments.Bool("Squared", false) ? null : (outputs - 1) * Margin(arguments);

    private static double Margin(LayerArguments arguments) => arguments.Double("Margin", 1);
}
