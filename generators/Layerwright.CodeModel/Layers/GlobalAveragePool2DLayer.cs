using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GlobalAveragePool2D]</c>: the mean of each channel over a whole image.</summary>
internal sealed class GlobalAveragePool2DLayer : GlobalPoolingLayer
{
    public override string Kind => "GlobalAveragePool2D";

    protected override bool TakesImages => true;

    protected override Node Pool(Tensor output, Tensor input, Operand positions) =>
        new Resampling(output, input, "GlobalAveragePool", "", positions);
}
