using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Dropout(rate)]</c>: inverted dropout, PyTorch's Dropout. The mask is a function of seed, step, layer and element.</summary>
internal sealed class DropoutLayer : Layer
{
    public override string Kind => "Dropout";

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double rate = Rate(arguments);
        issues.Require(rate is >= 0 and < 1, "rate", rate, "at least 0 and below 1", rate >= 1 ? 0.5 : 0);
    }

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new Dropout(output, input, Rate(layer.Arguments)));

    private static double Rate(LayerArguments arguments) => arguments.Double("rate", 0.5);
}
