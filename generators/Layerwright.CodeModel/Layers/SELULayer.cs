namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SELU]</c>: ELU scaled so that it keeps mean 0 and variance 1 (Klambauer et al. 2017), its derivative at 0 is λ·α.</summary>
internal sealed class SELULayer : ActivationLayer
{
    // The pair for which mean 0 and variance 1 are a fixed point.
    private const double Scale = 1.0507009873554805, Alpha = 1.6732632423543772;

    public override string Kind => "SELU";

    public override Init? PreferredInit => Init.LeCun;

    public override double Activate(LayerArguments arguments, double x) => Scale * (x > 0 ? x : Alpha * (Math.Exp(x) - 1));

    public override bool IsSelfNormalizing => true;
}
