using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2009: the cross-entropy that contains the activation, on raw outputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SquaredErrorForClassesFix))]
[Shared]
public sealed class SquaredErrorForClassesFix() : LayerFix(SquaredErrorForClassesRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target is { Suggestion: not null, IsMendable: true }
        ? [new("Remove the activation and use the loss that contains it", SquaredErrorForClassesRule.Id)]
        : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice) =>
        OutputChange.EditsAsync(target, target.Listed(DiagnosticProperties.Attributes), target.Suggestion!);
}
