namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Conv1D(filters, kernel)]</c>: PyTorch's Conv1d, <c>weight</c> [out, in / groups, steps] and <c>bias</c>.</summary>
internal sealed class Conv1DLayer : ConvolutionLayer
{
    public override string Kind => "Conv1D";

    protected override bool TakesImages => false;
}
