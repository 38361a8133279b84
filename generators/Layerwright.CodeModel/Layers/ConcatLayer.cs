using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary><c>[Concat&lt;T1, T2&gt;]</c> to four: the branches side by side on the channel axis.</summary>
internal sealed class ConcatLayer : Layer
{
    public override string Kind => "Concat";

    public override bool JoinsChannels => true;

    public override IEnumerable<InferredChain> InferBranches(BranchInference inference)
    {
        for (int i = 0; i < inference.BlockCount; i++)
        {
            string number = LayerIssues.Text(i);
            if (inference.Block(i, inference.Input, number, number) is not { } branch)
            {
                yield break;
            }

            yield return branch;
        }
    }

    public override Shape InferOutput(LayerArguments arguments, Shape input, EquatableArray<InferredChain> branches, LayerIssues issues)
    {
        if (branches.Count == 0 || input.IsUnknown || branches.Any(branch => branch.Output.IsUnknown))
        {
            return Shape.Unknown;
        }

        var first = branches[0].Output;
        if (branches.FirstOrDefault(branch => branch.Output.WithChannels(1) != first.WithChannels(1)) is { } other)
        {
            issues.Add(
                RuleIds.ConcatShape,
                null,
                null,
                issues.LayerName,
                $"joins {string.Join(", ", branches.Select(branch => branch.Output))}, which differ in more than their channels",
                first.IsVector || other.Output.IsVector ? "let all branches end in vectors, or none" : "let all branches end in one height and width");
        }

        return first.WithChannels((int)Math.Min(branches.Sum(branch => (long)branch.Output.Channels), int.MaxValue));
    }

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        var parts = layer.Branches.Select(branch => graph.Lower(branch, input)).ToEquatableArray();
        return graph.Add(layer, output => new Concatenation(output, parts));
    }
}
