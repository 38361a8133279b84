using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>What lies between a point of the network and its output, as far as earlier layers care.</summary>
/// <param name="Nonlinearity">The first activation on the way before any further weights, or null.</param>
/// <param name="HasWeights">True where weights follow.</param>
internal sealed record Continuation(InferredLayer? Nonlinearity, bool HasWeights)
{
    private static readonly LayerArguments NoArguments =
        new(new LayerDeclaration("", -1, EquatableArray<Argument>.Empty, EquatableArray<string>.Empty));

    public static Continuation End { get; } = new(null, false);

    public LayerSurroundings Surroundings(InferredLayer? next) => new(
        next is not null && next.Layer.UsesBatchStatistics(next.Arguments),
        !HasWeights,
        Nonlinearity?.Layer,
        Nonlinearity?.Arguments ?? NoArguments);

    /// <summary>The continuation as it looks from before <paramref name="layer"/>.</summary>
    public Continuation Before(InferredLayer layer)
    {
        if (layer.Layer.IsAffine)
        {
            // Weights end the reach: what lies behind them is theirs.
            return new Continuation(null, true);
        }

        if (layer.Layer.IsNonlinearity)
        {
            return this with { Nonlinearity = layer };
        }

        if (layer.Branches.Count == 0)
        {
            return this;
        }

        if (layer.Layer.RunsBranchesInSequence)
        {
            return layer.Branches.Reverse().Aggregate(this, (after, chain) => after.Before(chain));
        }

        // Through a sum: the branch is the first thing the output meets, the shortcut leads on to what follows.
        var branches = layer.Branches.Select(Before).ToList();
        return new Continuation(
            branches.Select(branch => branch.Nonlinearity).FirstOrDefault(found => found is not null) ?? Nonlinearity,
            HasWeights || branches.Any(branch => branch.HasWeights));
    }

    /// <summary>The continuation as it looks from before <paramref name="chain"/>.</summary>
    public Continuation Before(InferredChain chain) =>
        chain.Layers.Reverse().Aggregate(this, (after, layer) => after.Before(layer));
}
