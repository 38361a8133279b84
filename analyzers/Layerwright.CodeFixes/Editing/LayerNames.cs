using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>How the attribute language's names are written at a place: short where they mean ours there, else in full.</summary>
internal static class LayerNames
{
    private const string Namespace = "Layerwright";
    private const string Suffix = "Attribute";

    /// <summary>The name of a layer's attribute: <c>BatchNorm</c>.</summary>
    public static string Attribute(SemanticModel model, int position, string kind)
    {
        bool isOurs = Means(model, position, kind + Suffix);

        // A type of the user's with the short name would make it ambiguous if it is an attribute, and mislead a reader if not.
        bool isShortFree = model.LookupNamespacesAndTypes(position, name: kind).IsEmpty;
        return isOurs && isShortFree ? kind
            : isOurs ? kind + Suffix
            : $"global::{Namespace}.{kind}";
    }

    /// <summary>The name of a type such as <c>Init</c>.</summary>
    public static string Type(SemanticModel model, int position, string name) =>
        Means(model, position, name) ? name : $"global::{Namespace}.{name}";

    /// <summary>The name of another layer's attribute in the style of one that is written: qualified alike, with the suffix or without.</summary>
    public static string InStyleOf(NameSyntax written, SemanticModel model, string oldKind, string newKind)
    {
        var simple = written switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            SimpleNameSyntax name => name,
            _ => null,
        };
        string? suffix = simple?.Identifier.ValueText == oldKind ? ""
            : simple?.Identifier.ValueText == oldKind + Suffix ? Suffix
            : null;
        if (suffix is null || simple is null)
        {
            return Attribute(model, written.SpanStart, newKind); // an alias of the old one
        }

        if (simple == written)
        {
            string name = Attribute(model, written.SpanStart, newKind);
            return name == newKind ? newKind + suffix : name;
        }

        string text = written.ToString();
        return text.Substring(0, text.Length - simple.Span.Length) + newKind + suffix;
    }

    private static bool Means(SemanticModel model, int position, string name)
    {
        var found = model.LookupNamespacesAndTypes(position, name: name);
        return found.Length == 1
            && found[0] is INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };
    }
}
