using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[LayerNorm]</c>: PyTorch's LayerNorm over the last axis (Ba, Kiros and Hinton 2016).</summary>
internal sealed class LayerNormLayer : RowNormalizationLayer
{
    public override string Kind => "LayerNorm";

    public override int ElementsPerMean(LayerArguments arguments, Shape input) => input.Channels;

    protected override string Kernel => "LayerNormalization";

    protected override bool HasShift => true;
}
