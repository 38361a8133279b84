using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[SiLU]</c>: x·σ(x).</summary>
internal sealed class SiLULayer : ActivationLayer
{
    public override string Kind => "SiLU";

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => x / (1 + Math.Exp(-x));

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
