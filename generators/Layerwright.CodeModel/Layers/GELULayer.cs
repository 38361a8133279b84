using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GELU]</c>: x·Φ(x), or with <c>Approximate</c> the tanh form.</summary>
internal sealed class GELULayer : ActivationLayer
{
    public override string Kind => "GELU";

    public override Init? PreferredInit => Init.He;

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;

    protected override string Link(LayerArguments arguments) => arguments.Bool("Approximate", false) ? "ApproximateGELU" : Kind;
}
