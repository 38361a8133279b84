using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Softplus]</c>: log(1 + eˣ), its derivative σ(x).</summary>
internal sealed class SoftplusLayer : ActivationLayer
{
    public override string Kind => "Softplus";

    public override Init? PreferredInit => Init.Xavier;

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
