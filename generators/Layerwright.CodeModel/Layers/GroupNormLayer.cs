using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[GroupNorm(groups)]</c>: PyTorch's GroupNorm over neighbouring channels with all their positions (Wu and He 2018).</summary>
internal sealed class GroupNormLayer : RowNormalizationLayer
{
    private const string Groups = "groups";

    public override string Kind => "GroupNorm";

    public override bool GroupsFeatures => true;

    public override int ElementsPerMean(LayerArguments arguments, Shape input) => input.Length / Math.Max(1, arguments.Int(Groups, 1));

    protected override string Kernel => "GroupNormalization";

    protected override bool HasShift => true;

    public override void Check(LayerArguments arguments, LayerIssues issues)
    {
        issues.RequireAtLeast(Groups, arguments.Int(Groups, 1), 1);
        base.Check(arguments, issues);
    }

    public override Shape Infer(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        issues.RequireDivides(Groups, Math.Max(1, arguments.Int(Groups, 1)), (input.Channels, input.IsVector ? "features" : "channels"));
        return input;
    }

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        if (layer.InputOrder.IsSame)
        {
            return base.Lower(layer, input, graph);
        }

        var plain = graph.Reorder(layer, input, layer.InputOrder, FeatureOrder.Same);
        var normal = graph.AddInner(layer, "Normal", "in PyTorch's order", input.Shape, output => Normalize(layer, output, plain, graph));
        return graph.AddReordered(layer, normal, layer.OutputOrder);
    }

    protected override RowNormalization Normalize(InferredLayer layer, Tensor output, Tensor input, GraphBuilder graph) =>
        base.Normalize(layer, output, input, graph) with
        {
            Grouping = EquatableArray.Of(Operand.Count(layer.Arguments.Int(Groups, 1)), Operand.Count(input.Positions)),
        };
}
