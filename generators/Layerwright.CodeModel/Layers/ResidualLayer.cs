using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>
/// <c>[Residual&lt;TBranch&gt;]</c>: y = x + T(x) (He et al. 2015). With a second block, or with <c>Projection = true</c>, y = S(x) + T(x).
/// </summary>
internal sealed class ResidualLayer : Layer
{
    public override string Kind => "Residual";

    public override IEnumerable<InferredChain> InferBranches(BranchInference inference)
    {
        if (inference.Block(0, inference.Input, "Branch", "branch") is not { } branch)
        {
            yield break;
        }

        yield return branch;
        if (inference.BlockCount > 1)
        {
            if (inference.Block(1, inference.Input, "Shortcut", "shortcut") is { } shortcut)
            {
                yield return shortcut;
            }
        }
        else if (inference.Arguments.Bool("Projection", false) && Projection.Of(inference, branch) is { } layers)
        {
            yield return inference.Chain(layers, inference.Input, "Shortcut", "shortcut");
        }
    }

    public override Shape InferOutput(LayerArguments arguments, Shape input, EquatableArray<InferredChain> branches, LayerIssues issues)
    {
        if (branches.Count == 0 || input.IsUnknown)
        {
            return input;
        }

        var branch = branches[0].Output;
        var other = branches.Count > 1 ? branches[1].Output : input;
        if (branch != other && !branch.IsOpen && !other.IsOpen)
        {
            bool hasShortcut = branches.Count > 1, canProject = !hasShortcut && Projection.Fits(input, branch);
            issues.Add(
                RuleIds.ResidualShape,
                null,
                canProject ? "true" : null,
                issues.LayerName,
                branch.ToString(),
                hasShortcut ? "shortcut" : "input",
                other.ToString(),
                hasShortcut ? "let both end in one shape"
                    : canProject ? $"set Projection = true, or let the branch end in {other}"
                    : $"let the branch end in {other}, or give the residual a shortcut block of its own (no projection leads there)");

            // As the projection would have it, or a branch that ends as it began.
            return hasShortcut || canProject ? branch : branch.Dimensions.Count == other.Dimensions.Count ? other : Shape.Unknown;
        }

        return branch;
    }

    public override Tensor Lower(InferredLayer layer, Tensor input, GraphBuilder graph)
    {
        var branch = graph.Lower(layer.Branches[0], input);
        var (shortcut, order) = layer.Branches.Count > 1
            ? (graph.Lower(layer.Branches[1], input), layer.Branches[1].OutputOrder(layer.InputOrder))
            : (input, layer.InputOrder);
        var addend = graph.Reorder(layer, shortcut, order, layer.OutputOrder);
        return graph.Add(layer, output => new Addition(output, branch, addend));
    }
}
