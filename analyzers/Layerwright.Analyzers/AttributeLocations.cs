using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Analyzers;

/// <summary>Finds the syntax of an attribute, or of an argument in it, again.</summary>
internal static class AttributeLocations
{
    /// <summary>The attribute's syntax; null where it is not in source.</summary>
    public static AttributeSyntax? Syntax(ImmutableArray<AttributeData> attributes, int index, CancellationToken cancellationToken) =>
        index >= 0 && index < attributes.Length
            ? attributes[index].ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax
            : null;

    /// <summary>The argument of that name, property or parameter; null where it is not written.</summary>
    public static AttributeArgumentSyntax? Argument(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        var arguments = syntax.ArgumentList?.Arguments ?? default;
        var parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        for (int i = 0; i < arguments.Count; i++)
        {
            string? written = arguments[i].NameEquals?.Name.Identifier.ValueText
                ?? arguments[i].NameColon?.Name.Identifier.ValueText
                ?? (i < parameters.Length ? parameters[i].Name : null);
            if (string.Equals(written, name, StringComparison.OrdinalIgnoreCase))
            {
                return arguments[i];
            }
        }

        return null;
    }

    /// <summary>Where the attribute stands, or the argument in it where one is named and written.</summary>
    public static Location? Find(ImmutableArray<AttributeData> attributes, int index, string? argument, CancellationToken cancellationToken)
    {
        if (Syntax(attributes, index, cancellationToken) is not { } syntax)
        {
            return null;
        }

        return argument is not null && Argument(attributes[index], syntax, argument) is { } found
            ? found.GetLocation()
            : syntax.GetLocation();
    }
}
