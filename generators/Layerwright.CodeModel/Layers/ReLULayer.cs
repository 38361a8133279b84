using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[ReLU]</c>: max(x, 0), its derivative at 0 is 0.</summary>
internal sealed class ReLULayer : ActivationLayer
{
    public override string Kind => "ReLU";

    public override (double Least, double Most)? Bounds => (0, double.PositiveInfinity);

    public override bool IsRectifier => true;

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => Math.Max(x, 0);

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.OutputSign;
}
