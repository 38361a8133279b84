using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GlobalMaxPool1D]</c>: the largest of each feature over a whole sequence.</summary>
internal sealed class GlobalMaxPool1DLayer : GlobalPoolingLayer
{
    public override string Kind => "GlobalMaxPool1D";

    public override bool TakesMaximum => true;

    protected override bool TakesImages => false;

    protected override Node Pool(Tensor output, Tensor input, Operand positions) =>
        new PositionMaximum(output, input, "GlobalMaxPool", positions, IsDisjoint: true);
}
