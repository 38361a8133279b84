using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[LeakyReLU(slope)]</c>: x for x &gt; 0, else slope · x.</summary>
internal sealed class LeakyReLULayer : ActivationLayer
{
    public override string Kind => "LeakyReLU";

    public override bool IsRectifier => true;

    public override NegativeSide NegativeSide { get; } = new("slope", 0, 1, 0.01);

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => x > 0 ? x : Slope(arguments) * x;

    // A negative slope folds both halves onto one side, and 0 puts one of them there: only the input knows which it was.
    protected override DerivativeSource Derivative(LayerArguments arguments) =>
        Slope(arguments) <= 0 ? DerivativeSource.Input : DerivativeSource.OutputSign;

    public override double HeGain(LayerArguments arguments) => Math.Sqrt(2 / (1 + (Slope(arguments) * Slope(arguments))));

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double slope = Slope(arguments);
        issues.Require(!double.IsNaN(slope) && !double.IsInfinity(slope), NegativeSide.Argument, slope, "a finite number", NegativeSide.Default);
    }

    protected override IEnumerable<double> Coefficients(LayerArguments arguments) => [Slope(arguments)];

    private double Slope(LayerArguments arguments) => NegativeSide.Value(arguments);
}
