using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>What a composite layer may ask inference for: a block's chain, or one it writes itself, under a name of its own.</summary>
internal sealed class BranchInference(
    LayerDeclaration declaration, Shape input, Func<int, Shape, string, string, InferredChain?> block, Func<EquatableArray<LayerDeclaration>, Shape, string, string, InferredChain> chain)
{
    public LayerArguments Arguments { get; } = new(declaration);

    public Shape Input => input;

    /// <summary>Number of blocks in the attribute's type arguments.</summary>
    public int BlockCount => declaration.Blocks.Count;

    /// <summary>The chain of the attribute's block <paramref name="index"/>; null where it is no block (LW0010 has been said).</summary>
    /// <param name="index">Which type argument.</param>
    /// <param name="from">What enters it.</param>
    /// <param name="name">Its part of the path: <c>Branch</c>, or "".</param>
    /// <param name="key">Its part of the state key: <c>branch</c>, or "".</param>
    public InferredChain? Block(int index, Shape from, string name, string key) => block(index, from, name, key);

    /// <summary>A chain of the layer's own making (a projection).</summary>
    public InferredChain Chain(EquatableArray<LayerDeclaration> layers, Shape from, string name, string key) => chain(layers, from, name, key);

    /// <summary>A layer of the composite layer's own making; it stands at its attribute.</summary>
    public LayerDeclaration Make(string kind, params Argument[] arguments) =>
        new(kind, declaration.Attribute, EquatableArray.Of(arguments), EquatableArray<string>.Empty);
}
