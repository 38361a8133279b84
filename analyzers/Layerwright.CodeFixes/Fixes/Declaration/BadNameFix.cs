using System.Composition;
using System.Globalization;
using Layerwright.Analyzers;
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

        string literal = SymbolDisplay.FormatLiteral(name, quote: true);
        var edits = target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? In(target, attribute.SyntaxTree, [ArgumentText.Replace(argument, literal)])
            : Named(target, name);
        return Task.FromResult<IReadOnlyList<DocumentEdit>>(edits.ToList());
    }

    /// <summary>A layer without a name of its own, whose generated one is the class's, is given one; those that count on behind it keep theirs.</summary>
    private static IEnumerable<DocumentEdit> Named(FixTarget target, string name)
    {
        string stem = target.Type.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        int number = int.Parse(target.Type.Name.Substring(stem.Length), CultureInfo.InvariantCulture);
        return target.Listed(DiagnosticProperties.Attributes).SelectMany((layer, i) => In(
            target,
            layer.SyntaxTree,
            [ArgumentText.Add(layer, "Name", SymbolDisplay.FormatLiteral(i == 0 ? name : stem + (number + i).ToString(CultureInfo.InvariantCulture), quote: true))]));
    }
}
