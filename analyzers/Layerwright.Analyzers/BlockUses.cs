using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Analyzers;

/// <summary>How a compilation uses its blocks, from the attributes alone. Looked up once, when a block is first asked for.</summary>
internal sealed class BlockUses(Compilation compilation)
{
    private Facts? _facts;

    public BlockUse Of(INamedTypeSymbol? block, CancellationToken cancellationToken)
    {
        if (block is null)
        {
            return default;
        }

        var facts = Known(cancellationToken);
        bool isTrained = facts.Trained.Contains(block), isUsed = isTrained || facts.Untrained.Contains(block);
        return new(facts.Gated.Contains(block), isUsed && !isTrained, isUsed && !facts.Ending.Contains(block));
    }

    /// <summary>True for a type that some layer is to take as a block, whether it is one or not.</summary>
    public bool IsNamed(INamedTypeSymbol type, CancellationToken cancellationToken) => Known(cancellationToken).Named.Contains(type.OriginalDefinition);

    private Facts Known(CancellationToken cancellationToken) => _facts ??= Facts.Of(compilation, cancellationToken); // looked up twice at worst, with the same result

    private sealed class Facts
    {
        public HashSet<INamedTypeSymbol> Named { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<INamedTypeSymbol> Gated { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<INamedTypeSymbol> Trained { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<INamedTypeSymbol> Untrained { get; } = new(SymbolEqualityComparer.Default);

        public HashSet<INamedTypeSymbol> Ending { get; } = new(SymbolEqualityComparer.Default);

        public static Facts Of(Compilation compilation, CancellationToken cancellationToken)
        {
            var facts = new Facts();
            foreach (var type in Types(compilation.Assembly.GlobalNamespace))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 }))
                {
                    facts.Add(type);
                }
            }

            return facts;
        }

        private void Add(INamedTypeSymbol type)
        {
            var layers = Layers(type);
            foreach (var (gate, blocks) in layers)
            {
                Named.UnionWith(blocks);
                if (gate.MultipliesBranch)
                {
                    Reach(blocks, Gated);
                }
            }

            if (type.GetAttributes().Any(attribute => KnownAttributes.IsNetwork(attribute.AttributeClass)))
            {
                var users = layers.Exists(used => used.Layer.Role == LayerRole.Loss) ? Trained : Untrained;
                layers.ForEach(used => Reach(used.Blocks, users));
                End(layers);
            }
        }

        private static void Reach(IEnumerable<INamedTypeSymbol> blocks, HashSet<INamedTypeSymbol> reached)
        {
            foreach (var block in blocks.Where(reached.Add))
            {
                Layers(block).ForEach(used => Reach(used.Blocks, reached));
            }
        }

        /// <summary>Blocks behind which neither weights nor a sum follow.</summary>
        private void End(List<(Layer Layer, List<INamedTypeSymbol> Blocks)> layers)
        {
            for (int i = layers.Count - 1; i >= 0; i--)
            {
                var (layer, blocks) = layers[i];
                if (layer.IsAffine || (blocks.Count > 0 && !layer.RunsBranchesInSequence))
                {
                    return;
                }

                foreach (var block in blocks.Where(Ending.Add))
                {
                    End(Layers(block));
                }

                if (blocks.Count > 0)
                {
                    return; // a block counts as weights
                }
            }
        }

        private static List<(Layer Layer, List<INamedTypeSymbol> Blocks)> Layers(INamedTypeSymbol type) => type.GetAttributes()
            .Where(attribute => KnownAttributes.IsLayer(attribute.AttributeClass) && LayerRegistry.Knows(KnownAttributes.Kind(attribute.AttributeClass!)))
            .Select(attribute => (
                LayerRegistry.Get(KnownAttributes.Kind(attribute.AttributeClass!)),
                attribute.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>().Select(block => block.OriginalDefinition).ToList()))
            .ToList();

        private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
        {
            INamedTypeSymbol type => Types(type).Prepend(type),
            INamespaceSymbol inner => Types(inner),
            _ => [],
        });
    }
}
