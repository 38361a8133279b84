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
        if (argument.NameEquals?.Name.Identifier.ValueText is not { } name)
        {
            return false;
        }

        for (var type = target.Model.Compilation.GetTypeByMetadataName($"Layerwright.{newKind}Attribute"); type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().Any())
            {
                return true;
            }
        }

        return false;
    }
}
