using Microsoft.CodeAnalysis;

namespace Layerwright.CodeFixes.Editing;

/// <summary>What attributes can be told by name.</summary>
internal static class AttributeProperties
{
    /// <summary>True where the attribute's class, or one that it derives from, has a property of that name.</summary>
    public static bool Has(ITypeSymbol? attribute, string name)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().Any())
            {
                return true;
            }
        }

        return false;
    }
}
