using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>The largest of each window.</summary>
internal abstract class MaxPoolingLayer : PoolingLayer
{
    public override bool TakesMaximum => true;

    protected override Node Pool(LayerArguments arguments, Tensor output, Tensor input, WindowGeometry window) =>
        new PositionMaximum(output, input, "MaxPool", new WindowOperand(window), window.IsDisjoint);
}
