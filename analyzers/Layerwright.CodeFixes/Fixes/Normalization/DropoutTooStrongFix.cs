using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4007: the largest rate that leaves enough; none where no rate does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropoutTooStrongFix))]
[Shared]
public sealed class DropoutTooStrongFix() : RemoveLayerFix(DropoutTooStrongRule.Id)
{
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target is not { Attribute: { } dropout, Suggestion: { } rate, Argument: { } argument })
        {
            return base.EditsAsync(target, choice);
        }

        IReadOnlyList<DocumentEdit> edits = In(target, dropout.SyntaxTree, [ArgumentText.Set(target, dropout, argument, rate)]).ToList();
        return Task.FromResult(edits);
    }

    private protected override string Title(FixTarget target) => target.Suggestion is { } rate ? $"Use {rate}" : base.Title(target);
}
