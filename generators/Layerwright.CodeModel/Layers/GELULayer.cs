using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GELU]</c>: x·Φ(x), or with <c>Approximate</c> the tanh form.</summary>
internal sealed class GELULayer : ActivationLayer
{
    public override string Kind => "GELU";

    public override Init? PreferredInit => Init.He;

    // The form by tanh: within 0.001 of the exact one.
    public override double Activate(LayerArguments arguments, double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;

    protected override string Link(LayerArguments arguments) => arguments.Bool("Approximate", false) ? "ApproximateGELU" : Kind;
}
