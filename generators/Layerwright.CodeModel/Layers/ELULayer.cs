using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[ELU(alpha)]</c>: x for x &gt; 0, else α·(eˣ − 1), its derivative at 0 is α.</summary>
internal sealed class ELULayer : ActivationLayer
{
    public override string Kind => "ELU";

    public override NegativeSide NegativeSide { get; } = new("alpha", 0, double.PositiveInfinity, 1);

    public override Init? PreferredInit => Init.He;

    public override double Activate(LayerArguments arguments, double x) => x > 0 ? x : Alpha(arguments) * (Math.Exp(x) - 1);

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double alpha = Alpha(arguments);
        issues.Require(!double.IsNaN(alpha) && !double.IsInfinity(alpha), NegativeSide.Argument, alpha, "a finite number", NegativeSide.Default);
    }

    // For α ≤ 0 both sides end up above 0: only the input knows which it was.
    protected override DerivativeSource Derivative(LayerArguments arguments) =>
        Alpha(arguments) > 0 ? DerivativeSource.Output : DerivativeSource.Input;

    protected override string GradientLink(LayerArguments arguments) => Alpha(arguments) > 0 ? "ELUGradient" : "ELUInputGradient";

    protected override IEnumerable<double> Coefficients(LayerArguments arguments) => [Alpha(arguments)];

    private double Alpha(LayerArguments arguments) => NegativeSide.Value(arguments);
}
