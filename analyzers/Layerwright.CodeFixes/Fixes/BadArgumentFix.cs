using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes;

/// <summary>LW0008: writes the nearest valid value, or the default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadArgumentFix))]
[Shared]
public sealed class BadArgumentFix() : LayerFix(RuleIds.BadArgument)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion is { } value && !target.IsInBlock ? [new($"Use {Text(target, value)}", RuleIds.BadArgument)] : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Suggestion is { } value && target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? In(target, argument.SyntaxTree, [ArgumentText.Replace(argument, Text(target, value))]).ToList()
            : [];
        return Task.FromResult(edits);
    }

    /// <summary>The value as it is written: an enum's by its member.</summary>
    private static string Text(FixTarget target, string value)
    {
        if (target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            && target.Model.GetTypeInfo(argument.Expression, target.CancellationToken).ConvertedType is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => $"{member.ConstantValue}" == value) is { } member)
        {
            return $"{LayerNames.Type(target.Model, argument.SpanStart, type.Name)}.{member.Name}";
        }

        return value;
    }
}
