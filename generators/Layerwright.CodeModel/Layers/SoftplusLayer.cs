using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Softplus]</c>: log(1 + eˣ), its derivative σ(x).</summary>
internal sealed class SoftplusLayer : ActivationLayer
{
    public override string Kind => "Softplus";

    public override Init? PreferredInit => Init.Xavier;

    public override double Activate(LayerArguments arguments, double x) => Softplus(x);

    /// <summary>log(1 + eˣ), for any x.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
