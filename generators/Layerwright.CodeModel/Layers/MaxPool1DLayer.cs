
namespace Layerwright.CodeModel.Layers;

/// <summary><c>[MaxPool1D(window)]</c>: PyTorch's MaxPool1d.</summary>
internal sealed class MaxPool1DLayer : MaxPoolingLayer
{
    public override string Kind => "MaxPool1D";

    protected override bool TakesImages => false;
}
