namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = S(x) + T(x); without a shortcut S is the identity.</summary>
internal sealed class Residual(string path, Module branch, Module? shortcut) : Module(path, branch.Output)
{
    public override IEnumerable<Parameter> Parameters => branch.Parameters.Concat(shortcut?.Parameters ?? []);

    protected override Matrix Compute(Matrix input, Pass pass) =>
        branch.Forward(input, pass).Zip(shortcut?.Forward(input, pass) ?? input, (t, s) => t + s);

    protected override Matrix Differentiate(Matrix gradient, Pass pass) =>
        branch.Backward(gradient, pass).Zip(shortcut?.Backward(gradient, pass) ?? gradient, (t, s) => t + s);
}
