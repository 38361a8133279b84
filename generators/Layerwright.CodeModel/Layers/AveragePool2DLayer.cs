
namespace Layerwright.CodeModel.Layers;

/// <summary><c>[AveragePool2D(window)]</c>: PyTorch's AvgPool2d.</summary>
internal sealed class AveragePool2DLayer : AveragePoolingLayer
{
    public override string Kind => "AveragePool2D";

    protected override bool TakesImages => true;
}
