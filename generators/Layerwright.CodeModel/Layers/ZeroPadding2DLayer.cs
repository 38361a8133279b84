using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[ZeroPadding2D(top, bottom, left, right)]</c>: PyTorch's ZeroPad2d.</summary>
internal sealed class ZeroPadding2DLayer : Layer
{
    private const string Top = "top", Bottom = "bottom", Left = "left", Right = "right";

    private static readonly string[] s_sides = [Top, Bottom, Left, Right];

    public override string Kind => "ZeroPadding2D";

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        foreach (string side in s_sides)
        {
            issues.RequireAtLeast(side, arguments.Int(side, 0), 0);
        }
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) => issues.RequireImage(input)
        ? Shape.Image(Framed(input.Height, arguments, Top, Bottom), Framed(input.Width, arguments, Left, Right), input.Channels)
        : Shape.Unknown;

    public override long FlopsPerRow(InferredLayer layer) => 0;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        var window = new WindowGeometry((layer.Input.Height, layer.Input.Width), (1, 1), (layer.Output.Height, layer.Output.Width))
        {
            Pad = (Side(layer.Arguments, Top), Side(layer.Arguments, Left)),
        };
        return graph.Add(layer, output => new Resampling(output, input, "ZeroPadding", "", new WindowOperand(window)));
    }

    // A sum beyond all bounds stays at the largest number: the size limit speaks of it.
    private static int Framed(int size, LayerArguments arguments, string first, string last) =>
        size == 0 || arguments.Int(first, 0) < 0 || arguments.Int(last, 0) < 0
            ? 0
            : (int)Math.Min((long)size + Side(arguments, first) + Side(arguments, last), int.MaxValue);

    private static int Side(LayerArguments arguments, string side) => Math.Max(0, arguments.Int(side, 0));
}
