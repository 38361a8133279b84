namespace Layerwright.CodeModel.Layers;

/// <summary><c>[ReLU6]</c>: min(max(x, 0), 6), its derivative at both kinks is 0.</summary>
internal sealed class ReLU6Layer : ActivationLayer
{
    public override string Kind => "ReLU6";

    public override (double Least, double Most)? Bounds => (0, 6);

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => Math.Min(Math.Max(x, 0), 6);

    public override bool IsRectifier => true;
}
