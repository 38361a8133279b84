using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers;

/// <summary>Where a network's or a block's class is written.</summary>
internal static class TypePlaces
{
    /// <summary>The class's name, where it is written with its marker or its layers.</summary>
    public static Location Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var written = type.GetAttributes()
            .Where(attribute => KnownAttributes.IsNetwork(attribute.AttributeClass) || KnownAttributes.IsLayer(attribute.AttributeClass))
            .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>())
            .FirstOrDefault(declaration => declaration is not null);
        return written?.Identifier.GetLocation() ?? type.Locations[0];
    }

    /// <summary>What the project has set for the file in which it is written.</summary>
    public static AnalyzerConfigOptions Settings(INamedTypeSymbol type, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken) =>
        Of(type, cancellationToken).SourceTree is { } tree ? provider.GetOptions(tree) : provider.GlobalOptions;
}
