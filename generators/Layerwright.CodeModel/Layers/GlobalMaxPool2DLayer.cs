using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GlobalMaxPool2D]</c>: the largest of each channel over a whole image.</summary>
internal sealed class GlobalMaxPool2DLayer : GlobalPoolingLayer
{
    public override string Kind => "GlobalMaxPool2D";

    public override bool TakesMaximum => true;

    protected override bool TakesImages => true;

    protected override Node Pool(Tensor output, Tensor input, Operand positions) =>
        new PositionMaximum(output, input, "GlobalMaxPool", positions, IsDisjoint: true);
}
