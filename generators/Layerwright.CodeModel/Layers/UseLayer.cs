using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Use&lt;T&gt;]</c>: a block inline, with weights of its own.</summary>
internal sealed class UseLayer : Layer
{
    public override string Kind => "Use";

    public override bool RunsBranchesInSequence => true;

    public override IEnumerable<InferredChain> InferBranches(BranchInference inference)
    {
        if (inference.Block(0, inference.Input, "", "") is { } chain)
        {
            yield return chain;
        }
    }

    public override Shape InferOutput(LayerArguments arguments, Shape input, EquatableArray<InferredChain> branches, LayerIssues issues) =>
        branches.Count == 0 ? input : branches[branches.Count - 1].Output;

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph) =>
        layer.Branches.Aggregate(input, (tensor, chain) => graph.Lower(chain, tensor));
}
