using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>
/// All checks that need the declaration alone (LW0003, LW0004, LW0006, LW0007, LW0009, LW0012), over the network's own layers and
/// over every block that it reaches: with a fault in a block no code can be written either, though the fault is reported there.
/// </summary>
internal static class DeclarationChecks
{
    public static IEnumerable<Issue> Run(NetworkDeclaration declaration)
    {
        string? typeName = declaration.IsBlock ? null : declaration.Type.Name;
        foreach (var issue in Chain(declaration, declaration.Layers, declaration.IsBlock, typeName)
            .Concat(EmptyCheck.Run(declaration))
            .Concat(MemberCheck.Run(declaration, MemberNames(declaration))))
        {
            yield return issue;
        }

        foreach (var (block, attribute) in BlocksInUse(declaration))
        {
            foreach (var issue in Chain(declaration, block.Layers, isBlock: true, typeName: null))
            {
                yield return issue with { Attribute = attribute, Block = block.FullName, BlockAttribute = issue.Attribute };
            }
        }
    }

    private static IEnumerable<Issue> Chain(
        NetworkDeclaration declaration, EquatableArray<LayerDeclaration> chain, bool isBlock, string? typeName) =>
        InputCheck.Run(declaration, chain, isBlock).Concat(LossCheck.Run(chain, isBlock)).Concat(NameCheck.Run(Named(chain), typeName));

    private static List<NamedLayer> Named(EquatableArray<LayerDeclaration> chain)
    {
        var known = Known(chain);
        return known
            .Zip(LayerNaming.Assign(known), (layer, name) => new NamedLayer(name, layer.Attribute, new LayerArguments(layer).Text("Name") is not null))
            .ToList();
    }

    /// <summary>Names of the layers that have a member: those with parameters or blocks.</summary>
    private static IEnumerable<string> MemberNames(NetworkDeclaration declaration)
    {
        var known = Known(declaration.Layers);
        return known
            .Zip(LayerNaming.Assign(known), (layer, name) => (Layer: layer, Name: name))
            .Where(pair => pair.Layer.Blocks.Count > 0
                || LayerRegistry.Get(pair.Layer.Kind) is { IsAffine: true } or { IsNormalization: true })
            .Select(pair => pair.Name);
    }

    private static EquatableArray<LayerDeclaration> Known(EquatableArray<LayerDeclaration> chain) =>
        chain.Where(layer => LayerRegistry.Knows(layer.Kind)).ToEquatableArray();

    /// <summary>Every block with the attribute of the class that reaches it first.</summary>
    private static IEnumerable<(BlockDeclaration Block, int Attribute)> BlocksInUse(NetworkDeclaration declaration)
    {
        var blocks = declaration.Blocks.ToDictionary(block => block.FullName, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in declaration.Layers)
        {
            var open = new Stack<string>(layer.Blocks);
            while (open.Count > 0)
            {
                if (blocks.TryGetValue(open.Pop(), out var block) && seen.Add(block.FullName))
                {
                    yield return (block, layer.Attribute);
                    foreach (string name in block.Layers.SelectMany(inner => inner.Blocks))
                    {
                        open.Push(name);
                    }
                }
            }
        }
    }
}
