using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Layerwright.Testing.Compiling;

/// <summary>Walks everything a model holds on to, by its fields, and finds what would keep a compilation alive or defeat caching.</summary>
public static class ModelGraph
{
    private static readonly Type[] s_forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Microsoft.CodeAnalysis.Compilation),
        typeof(SemanticModel), typeof(AttributeData), typeof(TypedConstant), typeof(SyntaxToken), typeof(Delegate),
    ];

    /// <summary>Paths to everything forbidden that can be reached from <paramref name="model"/>, subtypes and implementations included.</summary>
    public static IReadOnlyList<string> Forbidden(object? model)
    {
        var found = new List<string>();
        Visit(model, "model", found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Visit(object? value, string path, List<string> found, HashSet<object> seen)
    {
        if (value is null)
        {
            return;
        }

        var type = value.GetType();
        if (s_forbidden.Any(forbidden => forbidden.IsAssignableFrom(type)))
        {
            found.Add($"{path}: {type}");
            return;
        }

        if (IsLeaf(type) || (!type.IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (value is Array array)
        {
            VisitItems(array, path, found, seen);
            return;
        }

        foreach (var field in Fields(type))
        {
            Visit(field.GetValue(value), $"{path}.{field.Name}", found, seen);
        }
    }

    private static void VisitItems(IEnumerable items, string path, List<string> found, HashSet<object> seen)
    {
        int index = 0;
        foreach (object? item in items)
        {
            Visit(item, $"{path}[{index++}]", found, seen);
        }
    }

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || type == typeof(decimal) || typeof(MemberInfo).IsAssignableFrom(type);

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
