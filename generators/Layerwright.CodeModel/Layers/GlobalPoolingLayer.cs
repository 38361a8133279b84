using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What pooling over all positions of an image or a sequence shares.</summary>
internal abstract class GlobalPoolingLayer : Layer
{
    /// <summary>Takes images; false: sequences.</summary>
    protected abstract bool TakesImages { get; }

    public override bool IsPooling => true;

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) =>
        (TakesImages ? issues.RequireImage(input) : issues.RequireSequence(input)) ? Shape.Vector(input.Channels) : Shape.Unknown;

    public override long FlopsPerRow(InferredLayer layer) => layer.Input.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => Pool(output, input, Operand.Count(layer.Input.Positions)));

    /// <summary>The node of the graph.</summary>
    protected abstract Node Pool(Tensor output, Tensor input, Operand positions);
}
