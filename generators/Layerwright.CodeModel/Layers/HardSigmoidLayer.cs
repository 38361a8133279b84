using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[HardSigmoid]</c>: (x + 3)/6 within 0 and 1, its derivative at both kinks is 0.</summary>
internal sealed class HardSigmoidLayer : ActivationLayer
{
    public override string Kind => "HardSigmoid";

    public override (double Least, double Most)? Bounds => (0, 1);

    public override bool OpensGates => true;

    public override Init? PreferredInit => Init.Xavier;

    public override double Activate(LayerArguments arguments, double x) => Math.Min(Math.Max((x + 3) / 6, 0), 1);

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
