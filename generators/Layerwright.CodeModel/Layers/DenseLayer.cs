using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Dense(units)]</c>: PyTorch's Linear, <c>weight</c> [out, in] and <c>bias</c>.</summary>
internal sealed class DenseLayer : Layer
{
    public override string Kind => "Dense";

    public override bool IsAffine => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        issues.RequireAtLeast("units", arguments.Int("units", 1), 1);
        WeightArguments.Check(arguments, issues);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues) =>
        Units(arguments, input, issues);

    public override IEnumerable<ParameterDeclaration> Parameters(InferredLayer layer, LayerSurroundings surroundings) =>
        WeightArguments.Parameters(layer.Arguments, WeightShape.Dense(layer.Output.Channels, layer.Input.Channels), surroundings);

    public override long FlopsPerRow(InferredLayer layer) => 2L * layer.Input.Channels * layer.Output.Length;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        graph.Add(layer, output => MatrixProduct.Of(layer, output, input, graph));

    /// <summary>So many units: for each step of a sequence, else for the whole row. An image is to be flattened first (LW1002).</summary>
    public static Shape Units(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (input.IsImage)
        {
            issues.Add(RuleIds.MissingFlatten, null, null, issues.LayerName, input.ToString());
        }

        int units = Math.Max(0, arguments.Int("units", 1));
        return input.IsSequence ? input.WithChannels(units) : Shape.Vector(units);
    }
}
