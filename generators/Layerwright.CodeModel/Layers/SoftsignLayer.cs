using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Softsign]</c>: x/(1 + |x|), its derivative 1/(1 + |x|)².</summary>
internal sealed class SoftsignLayer : ActivationLayer
{
    public override string Kind => "Softsign";

    public override (double Least, double Most)? Bounds => (-1, 1);

    public override Init? PreferredInit => Init.Xavier;

    public override double Activate(LayerArguments arguments, double x) => x / (1 + Math.Abs(x));

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
