using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Mish]</c>: x·tanh(log(1 + eˣ)).</summary>
internal sealed class MishLayer : ActivationLayer
{
    public override string Kind => "Mish";

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => x * Math.Tanh(SoftplusLayer.Softplus(x));

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
