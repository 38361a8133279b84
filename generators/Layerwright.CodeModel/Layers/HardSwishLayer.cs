using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[HardSwish]</c>: x·(x + 3)/6 between ±3, 0 below, x above; its derivative is −½ at −3 and 1 at 3.</summary>
internal sealed class HardSwishLayer : ActivationLayer
{
    public override string Kind => "HardSwish";

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => x * Math.Min(Math.Max((x + 3) / 6, 0), 1);

    protected override DerivativeSource Derivative(LayerArguments arguments) => DerivativeSource.Input;
}
