using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Puts another layer in a layer's place: its name and key stay, and all else that the new one takes too.</summary>
internal static class AttributeReplacement
{
    public static IEnumerable<TextChange> Changes(FixTarget target, AttributeSyntax attribute, string oldKind, string newKind)
    {
        yield return new TextChange(attribute.Name.Span, LayerNames.InStyleOf(attribute.Name, target.Model, oldKind, newKind));
        if (attribute.ArgumentList is { } list)
        {
            foreach (var change in ArgumentText.Remove(list, list.Arguments.Where(argument => !IsTaken(target, argument, newKind)).ToList()))
            {
                yield return change;
            }
        }
    }

    private static bool IsTaken(FixTarget target, AttributeArgumentSyntax argument, string newKind)
    {
        var type = target.Model.Compilation.GetTypeByMetadataName($"Layerwright.{newKind}Attribute");
        return argument.NameEquals?.Name.Identifier.ValueText is { } name
            ? AttributeProperties.Has(type, name)
            : type is not null && IsTakenByConstructor(target, argument, type);
    }

    /// <summary>A parameter of the same name at the same place: what stands there means the same.</summary>
    private static bool IsTakenByConstructor(FixTarget target, AttributeArgumentSyntax argument, INamedTypeSymbol newType)
    {
        int place = ((AttributeArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        var old = target.DataOf((AttributeSyntax)argument.Parent.Parent!)?.AttributeConstructor?.Parameters;
        string? name = argument.NameColon?.Name.Identifier.ValueText ?? old?.ElementAtOrDefault(place)?.Name;
        return newType.InstanceConstructors.Any(constructor => argument.NameColon is not null
            ? constructor.Parameters.Any(parameter => parameter.Name == name)
            : constructor.Parameters.ElementAtOrDefault(place) is { } parameter && parameter.Name == name);
    }
}
