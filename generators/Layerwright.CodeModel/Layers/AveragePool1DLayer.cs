
namespace Layerwright.CodeModel.Layers;

/// <summary><c>[AveragePool1D(window)]</c>: PyTorch's AvgPool1d.</summary>
internal sealed class AveragePool1DLayer : AveragePoolingLayer
{
    public override string Kind => "AveragePool1D";

    protected override bool TakesImages => false;
}
