using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Mish]</c>: x·tanh(log(1 + eˣ)).</summary>
internal sealed class MishLayer : ActivationLayer
{
    public override string Kind => "Mish";

    public override Init? PreferredInit => Init.He;

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
