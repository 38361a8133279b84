namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Layers one after the other.</summary>
internal sealed class Chain(string path, Flow input, IReadOnlyList<Module> layers)
    : Module(path, layers.Count == 0 ? input : layers[^1].Output)
{
    protected override bool IsLayer => false;

    public override IEnumerable<Parameter> Parameters => layers.SelectMany(layer => layer.Parameters);

    protected override Matrix Compute(Matrix input, Pass pass) =>
        layers.Aggregate(input, (x, layer) => layer.Forward(x, pass));

    protected override Matrix Differentiate(Matrix gradient, Pass pass) =>
        layers.Reverse().Aggregate(gradient, (g, layer) => layer.Backward(g, pass));
}
