namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Tanh]</c>: tanh x, its derivative 1 − y².</summary>
internal sealed class TanhLayer : ActivationLayer
{
    public override string Kind => "Tanh";

    public override (double Least, double Most)? Bounds => (-1, 1);

    public override Init? PreferredInit => Init.Xavier;

    public override bool IsSaturating => true;

    public override double Activate(LayerArguments arguments, double x) => Math.Tanh(x);
}
