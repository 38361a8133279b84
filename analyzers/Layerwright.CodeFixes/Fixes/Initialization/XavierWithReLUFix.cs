using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3001: He's initialisation, which makes up for what the rectifier takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(XavierWithReLUFix))]
[Shared]
public sealed class XavierWithReLUFix() : LayerFix(XavierWithReLURule.Id)
{
    private const string He = nameof(He);

    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.IsInBlock ? [] : [new("Use Init.He", XavierWithReLURule.Id)];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? In(target, argument.SyntaxTree, [ArgumentText.Replace(argument, InStyleOf(target, argument.Expression))]).ToList()
            : [];
        return Task.FromResult(edits);
    }

    /// <summary>Qualified as the member that is written; a constant or a cast gives way to the plain name.</summary>
    private static string InStyleOf(FixTarget target, ExpressionSyntax written) => written is MemberAccessExpressionSyntax member
        && target.Model.GetSymbolInfo(written, target.CancellationToken).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum }
        ? $"{member.Expression}.{He}"
        : $"{LayerNames.Type(target.Model, written.SpanStart, "Init")}.{He}";
}
