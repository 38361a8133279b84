using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0009: gives the layer the nearest name that is free.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadNameFix))]
[Shared]
public sealed class BadNameFix() : LayerFix(RuleIds.BadName)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion is { } name && !target.IsInBlock ? [new($"Rename to {name}", RuleIds.BadName)] : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target.Suggestion is not { } name || target.Attribute is not { } attribute)
        {
            return Task.FromResult<IReadOnlyList<DocumentEdit>>([]);
        }

        // A layer without a name of its own, whose generated one is the class's: it is given one.
        string literal = SymbolDisplay.FormatLiteral(name, quote: true);
        var change = target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? ArgumentText.Replace(argument, literal)
            : ArgumentText.Add(attribute, "Name", literal);
        return Task.FromResult<IReadOnlyList<DocumentEdit>>(In(target, attribute.SyntaxTree, [change]).ToList());
    }
}
