using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>
/// The checks that need the declaration alone (LW0003, LW0004, LW0006, LW0007), over the network's own layers and over every
/// block that it reaches: with a fault in a block no code can be written either, though the fault is reported there.
/// </summary>
internal static class DeclarationChecks
{
    public static IEnumerable<Issue> Run(NetworkDeclaration declaration)
    {
        foreach (var issue in Chain(declaration, declaration.Layers, declaration.IsBlock).Concat(EmptyCheck.Run(declaration)))
        {
            yield return issue;
        }

        foreach (var (block, attribute) in BlocksInUse(declaration))
        {
            foreach (var issue in Chain(declaration, block.Layers, isBlock: true))
            {
                yield return issue with { Attribute = attribute, Block = block.FullName, BlockAttribute = issue.Attribute };
            }
        }
    }

    private static IEnumerable<Issue> Chain(NetworkDeclaration declaration, EquatableArray<LayerDeclaration> chain, bool isBlock) =>
        InputCheck.Run(declaration, chain, isBlock).Concat(LossCheck.Run(chain, isBlock));

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
