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
        if (branches.FirstOrDefault(branch => !Agree(first, branch.Output)) is { } other)
        {
            issues.Add(
                RuleIds.ConcatShape,
                null,
                null,
                issues.LayerName,
                $"joins {string.Join(", ", branches.Select(branch => branch.Output))}, which differ in more than their channels",
                first.IsVector || other.Output.IsVector ? "let all branches end in vectors, or none" : "let all branches end in one height and width");
        }

        // What they do not agree on is open.
        if (branches.Any(branch => branch.Output.Dimensions.Count != first.Dimensions.Count))
        {
            return Shape.Unknown;
        }

        bool hasOpen = branches.Any(branch => branch.Output.Channels == 0);
        return new Shape(first.Dimensions
            .Select((size, axis) => branches.All(branch => branch.Output.Dimensions[axis] == size) ? size : 0)
            .ToEquatableArray())
            .WithChannels(hasOpen ? 0 : (int)Math.Min(branches.Sum(branch => (long)branch.Output.Channels), int.MaxValue));
    }

    /// <summary>Of one rank, and of the same sizes but for channels and what is open.</summary>
    private static bool Agree(Shape one, Shape other) => one.Dimensions.Count == other.Dimensions.Count
        && one.Dimensions.Zip(other.Dimensions, (left, right) => left == right || left == 0 || right == 0).Take(one.Dimensions.Count - 1).All(agrees => agrees);

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        var parts = layer.Branches.Select(branch => graph.Lower(branch, input)).ToEquatableArray();
        return graph.Add(layer, output => new Concatenation(output, parts));
    }
}
