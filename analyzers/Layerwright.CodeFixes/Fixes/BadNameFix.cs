using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes;

/// <summary>LW0009: gives the layer the nearest name that is free.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadNameFix))]
[Shared]
public sealed class BadNameFix() : LayerFix(RuleIds.BadName)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion is { } name && !target.IsInBlock ? [new($"Rename to {name}", RuleIds.BadName)] : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Suggestion is { } name && target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? In(target, argument.SyntaxTree, [ArgumentText.Replace(argument, SymbolDisplay.FormatLiteral(name, quote: true))]).ToList()
            : [];
        return Task.FromResult(edits);
    }
}
