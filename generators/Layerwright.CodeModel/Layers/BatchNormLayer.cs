using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[BatchNorm]</c>: PyTorch's BatchNorm1d, over the batch for each feature (Ioffe and Szegedy 2015).</summary>
internal sealed class BatchNormLayer : Layer
{
    public override string Kind => "BatchNorm";

    public override bool IsNormalization => true;

    public override bool IsBatchNormalization => true;

    public override bool UsesBatchStatistics(LayerArguments arguments) => !IsFrozen(arguments);

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        double epsilon = Epsilon(arguments), momentum = Momentum(arguments);
        issues.Require(epsilon > 0 && !double.IsInfinity(epsilon), "Epsilon", epsilon, "a positive number", 1e-5);
        issues.Require(momentum is >= 0 and <= 1, "Momentum", momentum, "between 0 and 1", 0.1);
    }

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings)
    {
        int features = layer.Output.Channels;
        double gamma = layer.Arguments.Bool("ZeroGamma", false) ? 0 : 1;
        bool isFrozen = IsFrozen(layer.Arguments);
        yield return new("weight", ParameterRole.Scale, features, 1, StartDistribution.Constant(gamma)) { IsFrozen = isFrozen };
        yield return new("bias", ParameterRole.Shift, features, 1, StartDistribution.Constant(0)) { IsFrozen = isFrozen };
        yield return new("running_mean", ParameterRole.RunningMean, features, 1, StartDistribution.Constant(0)) { IsFrozen = isFrozen };
        yield return new("running_var", ParameterRole.RunningVariance, features, 1, StartDistribution.Constant(1)) { IsFrozen = isFrozen };
    }

    public override long FlopsPerRow(InferredLayer layer) => 4L * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => IsFrozen(layer.Arguments)
            ? new FrozenNormalization(Live(layer, output, input, graph))
            : Live(layer, output, input, graph));

    private static BatchNormalization Live(InferredLayer layer, Tensor output, Tensor input, GraphBuilder graph) => new(
        output,
        input,
        graph.Parameter(layer, ParameterRole.Scale),
        graph.Parameter(layer, ParameterRole.Shift),
        graph.Parameter(layer, ParameterRole.RunningMean),
        graph.Parameter(layer, ParameterRole.RunningVariance),
        Epsilon(layer.Arguments),
        Momentum(layer.Arguments));

    private static bool IsFrozen(LayerArguments arguments) => arguments.Bool("Frozen", false);

    private static double Epsilon(LayerArguments arguments) => arguments.Double("Epsilon", 1e-5);

    private static double Momentum(LayerArguments arguments) => arguments.Double("Momentum", 0.1);
}
