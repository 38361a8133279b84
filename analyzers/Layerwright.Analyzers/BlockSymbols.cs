using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers;

/// <summary>Finds a block's symbol again from its full name.</summary>
internal static class BlockSymbols
{
    /// <summary>The block that the layers of <paramref name="root"/> reach under this name, or null.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol root, string fullName)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { root };
        var open = new Stack<INamedTypeSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            foreach (var attribute in open.Pop().GetAttributes())
            {
                if (!KnownAttributes.IsLayer(attribute.AttributeClass))
                {
                    continue;
                }

                foreach (var block in attribute.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>())
                {
                    if (TypeReader.BlockName(block, root) == fullName)
                    {
                        return block.OriginalDefinition;
                    }

                    if (seen.Add(block.OriginalDefinition))
                    {
                        open.Push(block.OriginalDefinition);
                    }
                }
            }
        }

        return null;
    }
}
