using Microsoft.CodeAnalysis;

namespace Layerwright.CodeModel.Declarations.Parsing;

/// <summary>Recognises the library's types by name, so that it works whatever assembly holds them.</summary>
internal static class LibraryTypes
{
    private const string Namespace = "Layerwright";

    /// <summary>True for the library's type of that name, whatever its type arguments.</summary>
    public static bool Is(ITypeSymbol? type, string name) => IsOurs(type) && type!.Name == name;

    /// <summary>True for that type and what derives from it.</summary>
    public static bool IsOrDerives(ITypeSymbol? type, string name)
    {
        for (var own = type; own is not null; own = own.BaseType)
        {
            if (Is(own, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a type of the library's main namespace.</summary>
    public static bool IsOurs(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
