using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[HardTanh]</c>: x within ±1, its derivative at both kinks is 0.</summary>
internal sealed class HardTanhLayer : ActivationLayer
{
    public override string Kind => "HardTanh";

    public override (double Least, double Most)? Bounds => (-1, 1);

    public override Init? PreferredInit => Init.Xavier;

    public override double Activate(LayerArguments arguments, double x) => Math.Min(Math.Max(x, -1), 1);

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
