using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>What layers that normalise each row by itself share.</summary>
internal abstract class RowNormalizationLayer : Layer
{
    public override bool IsNormalization => true;

    /// <summary>The run time's class.</summary>
    protected abstract string Kernel { get; }

    /// <summary>Adds a β.</summary>
    protected abstract bool HasShift { get; }

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double epsilon = Epsilon(arguments);
        issues.Require(epsilon > 0 && !double.IsInfinity(epsilon), "Epsilon", epsilon, "a positive number", 1e-5);
    }

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings)
    {
        int features = layer.Output.Channels;
        yield return new("weight", ParameterRole.Scale, features, 1, StartDistribution.Constant(1));
        if (HasShift)
        {
            yield return new("bias", ParameterRole.Shift, features, 1, StartDistribution.Constant(0));
        }
    }

    public override long FlopsPerRow(InferredLayer layer) => 8L * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => Normalize(layer, output, input, graph));

    /// <summary>The node of the graph.</summary>
    protected virtual RowNormalization Normalize(InferredLayer layer, Tensor output, Tensor input, GraphBuilder graph) => new(
        output,
        input,
        Kernel,
        graph.Parameter(layer, ParameterRole.Scale),
        graph.ParameterOrNone(layer, ParameterRole.Shift),
        Epsilon(layer.Arguments));

    private static double Epsilon(LayerArguments arguments) => arguments.Double("Epsilon", 1e-5);
}
