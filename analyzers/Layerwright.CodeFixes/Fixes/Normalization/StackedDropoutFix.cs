using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4008: one dropout of the rate of all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StackedDropoutFix))]
[Shared]
public sealed class StackedDropoutFix() : LayerFix(StackedDropoutRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsInBlock: false, IsMendable: true } ? [new("Merge", StackedDropoutRule.Id)] : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var run = target.Listed(DiagnosticProperties.Attributes).OrderBy(dropout => dropout.SpanStart).ToList();
        if (target.Suggestion is not { } rate || run.Count < 2)
        {
            return [];
        }

        var others = await LayerRemoval.EditsAsync(target, run.Skip(1)).ConfigureAwait(false);
        return [.. In(target, run[0].SyntaxTree, [ArgumentText.Set(target, run[0], "rate", rate)]), .. others];
    }
}
