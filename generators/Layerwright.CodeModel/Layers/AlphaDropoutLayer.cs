using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[AlphaDropout(rate)]</c>: PyTorch's AlphaDropout, which keeps what SELU keeps (Klambauer et al. 2017).</summary>
internal sealed class AlphaDropoutLayer : Layer
{
    public override string Kind => "AlphaDropout";

    public override bool IsDropout => true;

    public override double DropRate(LayerArguments arguments) => DropoutArguments.Rate(arguments);

    public override bool IsSelfNormalizing => true;

    public override void Check(LayerArguments arguments, LayerIssues issues) => DropoutArguments.Check(arguments, issues);

    public override long FlopsPerRow(InferredLayer layer) => 2L * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new AlphaDropout(output, input, DropoutArguments.Rate(layer.Arguments)));
}
