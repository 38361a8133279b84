using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SpatialDropout2D(rate)]</c>: PyTorch's Dropout2d, whole channels of an image. The mask is a function of seed, step, layer, row and channel.</summary>
internal sealed class SpatialDropout2DLayer : Layer
{
    public override string Kind => "SpatialDropout2D";

    public override bool IsDropout => true;

    public override double DropRate(LayerArguments arguments) => DropoutArguments.Rate(arguments);

    public override bool DropsChannels => true;

    public override void Check(LayerArguments arguments, LayerIssues issues) => DropoutArguments.Check(arguments, issues);

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) =>
        issues.RequireImage(input) ? input : Shape.Unknown;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new SpatialDropout(output, input, DropoutArguments.Rate(layer.Arguments)));
}
