using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Upsample2D(factor)]</c>: PyTorch's Upsample to the nearest neighbour, each pixel repeated over a square.</summary>
internal sealed class Upsample2DLayer : Layer
{
    public override string Kind => "Upsample2D";

    public override bool IsUpsampling => true;

    public override void Check(LayerArguments arguments, LayerIssues issues) =>
        issues.RequireAtLeast("factor", arguments.Int("factor", 1), 1);

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => issues.RequireImage(input)
        ? Shape.Image(Times(input.Height, arguments), Times(input.Width, arguments), input.Channels)
        : Shape.Unknown;

    public override long FlopsPerRow(InferredLayer layer) => 0;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        // The pooling that would undo it.
        int factor = Factor(layer.Arguments);
        var window = new WindowGeometry((layer.Output.Height, layer.Output.Width), (factor, factor), (layer.Input.Height, layer.Input.Width))
        {
            Stride = (factor, factor),
        };
        return graph.Add(layer, output => new Resampling(output, input, "Upsample", "", new WindowOperand(window)));
    }

    // A product beyond all bounds stays at the largest number: the size limit speaks of it.
    private static int Times(int size, LayerArguments arguments) => (int)Math.Min((long)size * Math.Max(0, arguments.Int("factor", 1)), int.MaxValue);

    private static int Factor(LayerArguments arguments) => Math.Max(1, arguments.Int("factor", 1));
}
