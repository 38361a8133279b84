using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Inference;

/// <summary>
/// Second pass: parameters, once all that follows a layer is known. A layer's start depends on the first nonlinearity that its
/// output reaches, through normalisation, dropout, sums and out of blocks.
/// </summary>
internal static class ParameterInference
{
    public static InferredChain Resolve(InferredChain root) => Resolve(root, Continuation.End);

    private static InferredChain Resolve(InferredChain chain, Continuation after)
    {
        var resolved = new InferredLayer[chain.Layers.Count];
        for (int i = chain.Layers.Count - 1; i >= 0; i--)
        {
            var layer = chain.Layers[i];
            var next = i + 1 < chain.Layers.Count ? chain.Layers[i + 1] : null;
            var branches = ResolveBranches(layer, after);
            resolved[i] = layer with
            {
                Branches = branches,
                Parameters = layer.Layer.Parameters(layer, after.Surroundings(next)).ToEquatableArray(),
            };
            after = after.Before(layer);
        }

        return chain with { Layers = resolved.ToEquatableArray() };
    }

    // Repetitions follow one another; a residual's branch and shortcut both flow into what follows the sum.
    private static EquatableArray<InferredChain> ResolveBranches(InferredLayer layer, Continuation after)
    {
        bool inSequence = layer.Layer.RunsBranchesInSequence;
        var branches = new InferredChain[layer.Branches.Count];
        for (int i = branches.Length - 1; i >= 0; i--)
        {
            branches[i] = Resolve(layer.Branches[i], after);
            if (inSequence)
            {
                after = after.Before(layer.Branches[i]);
            }
        }

        return branches.ToEquatableArray();
    }
}
