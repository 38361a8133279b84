namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Conv2D(filters, kernel)]</c>: PyTorch's Conv2d, <c>weight</c> [out, in / groups, height, width] and <c>bias</c>.</summary>
internal sealed class Conv2DLayer : ConvolutionLayer
{
    public override string Kind => "Conv2D";

    public override string Stem => "Conv";

    protected override bool TakesImages => true;
}
