namespace Layerwright.CodeModel.Layers;

/// <summary><c>[RMSNorm]</c>: PyTorch's RMSNorm over the last axis, its weight alone (Zhang and Sennrich 2019).</summary>
internal sealed class RMSNormLayer : RowNormalizationLayer
{
    public override string Kind => "RMSNorm";

    protected override string Kernel => "RootMeanSquareNormalization";

    protected override bool HasShift => false;
}
