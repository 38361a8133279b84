using Microsoft.CodeAnalysis;

namespace Layerwright.CodeModel.Declarations.Parsing;

/// <summary>Recognises the attribute language by metadata name, so that it works whatever assembly holds it.</summary>
internal static class KnownAttributes
{
    public const string Network = "Layerwright.NetworkAttribute";
    public const string Block = "Layerwright.BlockAttribute";
    public const string LayerBase = "Layerwright.LayerAttribute";

    private const string Suffix = "Attribute";

    public static bool IsNetwork(INamedTypeSymbol? type) => LibraryTypes.Is(type, "NetworkAttribute");

    public static bool IsBlock(INamedTypeSymbol? type) => LibraryTypes.Is(type, "BlockAttribute");

    /// <summary>True for inputs, layers and losses: what derives from <c>LayerAttribute</c>.</summary>
    public static bool IsLayer(INamedTypeSymbol? type) => LibraryTypes.IsOrDerives(type?.BaseType, "LayerAttribute");

    /// <summary>The layer's kind: the attribute's name without <c>Attribute</c>.</summary>
    public static string Kind(INamedTypeSymbol attribute) =>
        attribute.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length)
            : attribute.Name;
}
