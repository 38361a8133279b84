namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SELU]</c>: ELU scaled so that it keeps mean 0 and variance 1 (Klambauer et al. 2017), its derivative at 0 is λ·α.</summary>
internal sealed class SELULayer : ActivationLayer
{
    public override string Kind => "SELU";

    public override Init? PreferredInit => Init.LeCun;

    public override bool IsSelfNormalizing => true;
}
