
namespace Layerwright.CodeModel.Layers;

/// <summary><c>[MaxPool2D(window)]</c>: PyTorch's MaxPool2d.</summary>
internal sealed class MaxPool2DLayer : MaxPoolingLayer
{
    public override string Kind => "MaxPool2D";

    protected override bool TakesImages => true;
}
