using System.Collections.Immutable;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.CodeModel.Declarations.Parsing;

/// <summary>Copies a class's names, surroundings and members into plain values.</summary>
internal static class TypeReader
{
    private const string GeneratedCodeTool = "Layerwright";

    private static readonly SymbolDisplayFormat _inCode = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat _parameter = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static TypeDeclaration Read(INamedTypeSymbol type) => new(
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(_inCode) : "",
        Containers(type).Reverse().Select(PartialHeader).ToEquatableArray(),
        Escape(type.Name),
        FullName(type));

    /// <summary>Metadata name with namespace, <c>+</c> between nested types.</summary>
    public static string FullName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        foreach (var container in Containers(type))
        {
            name = container.MetadataName + "+" + name;
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }

    /// <summary>A block's full name as <paramref name="user"/> sees it: with its assembly where that is another, since two may hold blocks of one name.</summary>
    public static string BlockName(INamedTypeSymbol block, INamedTypeSymbol user) =>
        SymbolEqualityComparer.Default.Equals(block.ContainingAssembly, user.ContainingAssembly)
            ? FullName(block.OriginalDefinition)
            : $"{FullName(block.OriginalDefinition)}, {block.ContainingAssembly?.Name}";

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    /// <summary>Names of members that the user wrote here or that a base class of theirs brings; constructors by signature.</summary>
    public static EquatableArray<string> UserMembers(INamedTypeSymbol type)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (IsUserMember(member))
            {
                names.Add(MemberName(member));
            }
        }

        for (var parent = type.BaseType; parent is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error }; parent = parent.BaseType)
        {
            foreach (var member in parent.GetMembers())
            {
                if (IsUserMember(member)
                    && member.DeclaredAccessibility != Accessibility.Private
                    && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
                {
                    names.Add(member.Name);
                }
            }
        }

        return new(names.ToImmutableArray());
    }

    /// <summary>True for what a person wrote: not implicit, not an accessor, not an explicit implementation, not written by us.</summary>
    public static bool IsUserMember(ISymbol member) => member switch
    {
        { IsImplicitlyDeclared: true } => false,
        IMethodSymbol { AssociatedSymbol: not null } => false,
        IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation or MethodKind.StaticConstructor or MethodKind.Destructor } => false,
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } => false,
        IEventSymbol { ExplicitInterfaceImplementations.IsEmpty: false } => false,
        _ => !IsOurs(member),
    };

    /// <summary>A member's name; a constructor's with its parameter types: <c>.ctor(ulong)</c>.</summary>
    public static string MemberName(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        ? ".ctor(" + string.Join(", ", constructor.Parameters.Select(ParameterText)) + ")"
        : member.Name;

    private static string ParameterText(IParameterSymbol parameter)
    {
        string type = parameter.Type.ToDisplayString(_parameter);
        return parameter.RefKind == RefKind.None ? type : parameter.RefKind.ToString().ToLowerInvariant() + " " + type;
    }

    private static bool IsOurs(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
                && !attribute.ConstructorArguments.IsEmpty
                && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Primitive
                && attribute.ConstructorArguments[0].Value is string tool
                && tool.StartsWith(GeneratedCodeTool, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string PartialHeader(INamedTypeSymbol type)
    {
        string keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty ? "" : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Escape(parameter.Name))) + ">";
        return $"partial {keyword} {Escape(type.Name)}{parameters}";
    }

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
