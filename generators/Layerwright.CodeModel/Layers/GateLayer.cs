using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Gate&lt;T&gt;]</c>: y = x ⊙ T(x), broadcast over positions (squeeze and excite: Hu et al. 2018).</summary>
internal sealed class GateLayer : Layer
{
    public override string Kind => "Gate";

    public override bool MultipliesBranch => true;

    public override IEnumerable<InferredChain> InferBranches(BranchInference inference)
    {
        if (inference.Block(0, inference.Input, "", "") is { } branch)
        {
            yield return branch;
        }
    }

    public override Shape InferOutput(LayerArguments arguments, Shape input, EquatableArray<InferredChain> branches, LayerIssues issues)
    {
        if (branches.Count > 0 && branches[0].Output is { IsOpen: false } factor && !input.IsOpen && !Fits(input, factor))
        {
            string whole = input.IsVector ? "" : $" or {Text(input.Channels)} numbers, one a channel";
            issues.Add(
                RuleIds.ConcatShape,
                null,
                null,
                issues.LayerName,
                $"multiplies {input} by {factor}, which does not fit",
                $"let its branch end in {input}{whole}");
        }

        return input;
    }

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        var branch = layer.Branches[0];
        var factor = graph.Reorder(layer, graph.Lower(branch, input), branch.OutputOrder(layer.InputOrder), layer.OutputOrder);
        return graph.Add(layer, output => new Gating(output, input, factor));
    }

    private static bool Fits(Shape input, Shape factor) =>
        factor == input || (factor.Channels == input.Channels && factor.Positions == 1);

    private static string Text(int number) => LayerIssues.Text(number);
}
