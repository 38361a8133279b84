using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;

namespace Layerwright.Generators.Checks;

/// <summary>The networks of the assemblies that a project refers to.</summary>
internal static class ReferencedNetworks
{
    /// <summary>Looks into those assemblies alone that refer to the library themselves.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation project, CancellationToken cancellationToken)
    {
        if (project.GetTypeByMetadataName(KnownAttributes.Network) is not { ContainingAssembly: var library })
        {
            return [];
        }

        return project.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(library.Identity)))
            .SelectMany(assembly => Types(assembly.GlobalNamespace, cancellationToken))
            .Where(type => type.GetAttributes().Any(attribute => KnownAttributes.IsNetwork(attribute.AttributeClass)));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in owner.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member, cancellationToken))
            {
                yield return inner;
            }
        }
    }
}
