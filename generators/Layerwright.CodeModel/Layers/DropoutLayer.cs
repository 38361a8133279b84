using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Dropout(rate)]</c>: inverted dropout, PyTorch's Dropout. The mask is a function of seed, step, layer and element.</summary>
internal sealed class DropoutLayer : Layer
{
    public override string Kind => "Dropout";

    public override bool IsDropout => true;

    public override double DropRate(LayerArguments arguments) => DropoutArguments.Rate(arguments);

    public override void Check(LayerArguments arguments, LayerIssues issues) => DropoutArguments.Check(arguments, issues);

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new Dropout(output, input, DropoutArguments.Rate(layer.Arguments)));
}
