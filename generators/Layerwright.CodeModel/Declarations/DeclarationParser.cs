using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.CodeModel.Declarations;

/// <summary>
/// The compiler's first stage and its only Roslyn-facing part: symbol → <see cref="NetworkDeclaration"/>. Copies primitives and
/// returns; runs for every network on every edit, so it does nothing that a later, cached stage can do.
/// </summary>
internal static class DeclarationParser
{
    /// <summary>Metadata name of the attribute that marks a network.</summary>
    public const string NetworkAttribute = KnownAttributes.Network;

    /// <summary>Reads a type marked <c>[Network]</c>.</summary>
    /// <param name="type">The type, whatever is wrong with it.</param>
    /// <param name="languageVersion">The effective version its project is compiled as.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static NetworkDeclaration Parse(INamedTypeSymbol type, LanguageVersion languageVersion, CancellationToken cancellationToken)
    {
        var attributes = type.GetAttributes();
        int marker = IndexOf(attributes, KnownAttributes.IsNetwork);
        var collector = new BlockCollector(type, cancellationToken);
        var layers = collector.ReadRoot();
        var issues = new List<Issue>();
        issues.AddRange(new[]
        {
            TypeChecks.NotPartial(type, cancellationToken),
            TypeChecks.Unsupported(type, IndexOf(attributes, KnownAttributes.IsBlock) >= 0, cancellationToken),
            TypeChecks.Split(type, attributes),
            TypeChecks.LanguageVersion(languageVersion, marker),
        }.OfType<Issue>());
        issues.AddRange(collector.Issues);
        cancellationToken.ThrowIfCancellationRequested();
        return new NetworkDeclaration(
            TypeReader.Read(type),
            AttributeReader.ReadOptions(marker < 0 ? null : attributes[marker]),
            layers,
            collector.Blocks,
            TypeReader.UserMembers(type),
            issues.ToEquatableArray())
        {
            MarkerAttribute = marker,
            HasUnknownAttribute = HasUnknownAttribute(attributes),
        };
    }

    /// <summary>Reads a class marked <c>[Block]</c>, to be judged alone.</summary>
    public static NetworkDeclaration ParseBlock(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var attributes = type.GetAttributes();
        var collector = new BlockCollector(type, cancellationToken);
        var layers = collector.ReadRoot();
        return new NetworkDeclaration(
            TypeReader.Read(type),
            new NetworkOptions(),
            layers,
            collector.Blocks,
            EquatableArray<string>.Empty,
            new[] { TypeChecks.Split(type, attributes) }.OfType<Issue>().Concat(collector.Issues).ToEquatableArray())
        {
            IsBlock = true,
            MarkerAttribute = IndexOf(attributes, KnownAttributes.IsBlock),
            HasUnknownAttribute = HasUnknownAttribute(attributes),
        };
    }

    private static int IndexOf(IReadOnlyList<AttributeData> attributes, Func<INamedTypeSymbol?, bool> isWanted)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (isWanted(attributes[i].AttributeClass))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasUnknownAttribute(IEnumerable<AttributeData> attributes) =>
        attributes.Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });
}
