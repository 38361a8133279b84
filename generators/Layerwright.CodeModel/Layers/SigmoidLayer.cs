namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Sigmoid]</c>: 1 / (1 + e⁻ˣ), its derivative y · (1 − y).</summary>
internal sealed class SigmoidLayer : ActivationLayer
{
    public override string Kind => "Sigmoid";

    public override (double Least, double Most)? Bounds => (0, 1);

    public override bool OpensGates => true;

    public override Init? PreferredInit => Init.Xavier;

    public override bool IsSaturating => true;

    public override double Activate(LayerArguments arguments, double x) => 1 / (1 + Math.Exp(-x));
}
