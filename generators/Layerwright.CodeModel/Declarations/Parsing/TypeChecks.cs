using System.Globalization;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeModel.Declarations.Parsing;

/// <summary>Faults of the class itself, which only its symbol and syntax show: LW0001, LW0002, LW0005, LW0013.</summary>
internal static class TypeChecks
{
    // Generic attributes, file-local types and static abstract interface members (C# 11), collection expressions (C# 12). Compared
    // as a number, since the compiler that runs us may know versions that this Roslyn has no name for.
    private const int RequiredLanguageVersion = 1200;

    /// <summary>LW0001: what the generator extends must be partial in every declaration, and so must what is around it.</summary>
    public static Issue? NotPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.TypeKind != TypeKind.Class || type.IsRecord)
        {
            return null; // LW0002 says what is wrong
        }

        var names = NotPartialTypes(type, cancellationToken).Select(found => found.Name).ToList();
        return names.Count == 0
            ? null
            : new Issue(RuleIds.NotPartial, -1, null, EquatableArray.Of(type.Name, Enumerate(names.Select(name => $"'{name}'"))));
    }

    /// <summary>The type and its containers, outermost first, as far as a declaration of them is not partial.</summary>
    public static IEnumerable<INamedTypeSymbol> NotPartialTypes(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        TypeReader.Containers(type).Reverse().Append(type).Where(candidate => Declarations(candidate, cancellationToken).Any(IsNotPartial));

    /// <summary>LW0002: what kind of type the generator cannot extend, or <c>[Network]</c> and <c>[Block]</c> on one class.</summary>
    public static Issue? Unsupported(INamedTypeSymbol type, bool isNetworkAndBlock, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        void When(bool condition, string reason)
        {
            if (condition)
            {
                reasons.Add(reason);
            }
        }

        bool isClass = type.TypeKind == TypeKind.Class;
        When(type.IsRecord, "a record");
        When(!isClass && !type.IsRecord, KindText(type.TypeKind));
        When(isClass && type.IsStatic, "static");
        When(isClass && type.IsAbstract && !type.IsStatic, "abstract");
        When(type.IsGenericType || TypeReader.Containers(type).Any(container => container.IsGenericType), "generic");
        When(type.IsFileLocal || TypeReader.Containers(type).Any(container => container.IsFileLocal), "file-local");
        When(
            isClass && !type.IsRecord && Declarations(type, cancellationToken).Any(syntax => syntax is TypeDeclarationSyntax { ParameterList: not null }),
            "written with a primary constructor");
        var required = isClass ? RequiredMembers(type).Select(member => $"'{member.Name}'").ToList() : [];
        When(required.Count > 0, $"a class with the required {(required.Count == 1 ? "member" : "members")} {Enumerate(required)}, which loading a network could not set");
        When(isNetworkAndBlock, "both a network and a block");
        return reasons.Count == 0
            ? null
            : new Issue(RuleIds.UnsupportedType, -1, null, EquatableArray.Of(type.Name, Enumerate(reasons)));
    }

    /// <summary>Own and inherited: whoever makes the object must set them, and generated code does not know to what.</summary>
    private static IEnumerable<ISymbol> RequiredMembers(INamedTypeSymbol type)
    {
        for (var own = type; own is not null; own = own.BaseType)
        {
            foreach (var member in own.GetMembers().Where(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                yield return member;
            }
        }
    }

    /// <summary>LW0005: layers on several partial declarations have no order. Reported on the first layer that stands apart from the first ones.</summary>
    public static Issue? Split(INamedTypeSymbol type, IReadOnlyList<AttributeData> attributes)
    {
        if (type.DeclaringSyntaxReferences.Length < 2)
        {
            return null;
        }

        var parts = new List<SyntaxReference>();
        int firstApart = -1;
        for (int i = 0; i < attributes.Count; i++)
        {
            if (KnownAttributes.IsLayer(attributes[i].AttributeClass)
                && attributes[i].ApplicationSyntaxReference is { } place
                && type.DeclaringSyntaxReferences.FirstOrDefault(part => part.SyntaxTree == place.SyntaxTree && part.Span.Contains(place.Span)) is { } part
                && !parts.Contains(part))
            {
                parts.Add(part);
                firstApart = parts.Count == 2 ? i : firstApart;
            }
        }

        return parts.Count < 2
            ? null
            : new Issue(RuleIds.SplitDeclaration, firstApart, null, EquatableArray.Of(type.Name, parts.Count.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>LW0013: the generated code would not compile.</summary>
    public static Issue? LanguageVersion(LanguageVersion version, int markerAttribute)
    {
        int number = (int)version;
        return number >= RequiredLanguageVersion
            ? null
            : new Issue(RuleIds.LanguageVersion, markerAttribute, null, EquatableArray.Of(VersionText(RequiredLanguageVersion), VersionText(number)));
    }

    private static string VersionText(int number)
    {
        // 1..7 are themselves, from 7.1 on the number is major · 100 + minor.
        int major = number < 100 ? number : number / 100;
        int minor = number < 100 ? 0 : number % 100;
        return major.ToString(CultureInfo.InvariantCulture) + (minor == 0 ? "" : "." + minor.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<SyntaxNode> Declarations(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken));

    private static bool IsNotPartial(SyntaxNode declaration) =>
        declaration is BaseTypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string KindText(TypeKind kind) => kind switch
    {
        TypeKind.Struct => "a struct",
        TypeKind.Interface => "an interface",
        TypeKind.Enum => "an enum",
        TypeKind.Delegate => "a delegate",
        _ => "not a class",
    };

    private static string Enumerate(IEnumerable<string> items)
    {
        var list = items.ToList();
        return list.Count < 2
            ? string.Concat(list)
            : string.Join(", ", list.Take(list.Count - 1)) + " and " + list[list.Count - 1];
    }
}
