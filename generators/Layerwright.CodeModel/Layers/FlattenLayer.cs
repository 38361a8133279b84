using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Flatten]</c>: an image or sequence as a vector, in its visible order.</summary>
internal sealed class FlattenLayer : Layer
{
    public override string Kind => "Flatten";

    public override bool IsReshaping => true;

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => Shape.Vector(input.Length);

    public override long FlopsPerRow(InferredLayer layer) => 0;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new Flattening(output, input));
}
