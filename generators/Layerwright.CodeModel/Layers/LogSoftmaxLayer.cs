using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[LogSoftmax]</c>: x − log Σeˣ over the features of a row, the largest subtracted first.</summary>
internal sealed class LogSoftmaxLayer : Layer
{
    public override string Kind => "LogSoftmax";

    public override bool IsNonlinearity => true;

    public override bool IsSoftmax => true;

    public override long FlopsPerRow(InferredLayer layer) => 4L * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => new RowSoftmax(output, input, Kind));
}
