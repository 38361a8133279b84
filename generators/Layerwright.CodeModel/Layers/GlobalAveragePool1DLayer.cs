using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GlobalAveragePool1D]</c>: the mean of each feature over a whole sequence.</summary>
internal sealed class GlobalAveragePool1DLayer : GlobalPoolingLayer
{
    public override string Kind => "GlobalAveragePool1D";

    protected override bool TakesImages => false;

    protected override Node Pool(Tensor output, Tensor input, Operand positions) =>
        new Resampling(output, input, "GlobalAveragePool", "", positions);
}
