using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2004: one of two activations goes, the second unless the analyzer lists the first; what stays must suit the weights before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoubleActivationFix))]
[Shared]
public sealed class DoubleActivationFix() : RemoveLayerFix(DoubleActivationRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target.MayTakeRectifier ? base.Choices(target) : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var removal = await base.EditsAsync(target, choice).ConfigureAwait(false);
        return [.. removal, .. FeederText.Edits(target)];
    }

    private protected override AttributeSyntax? Removed(FixTarget target) => target.Listed(DiagnosticProperties.Attributes).LastOrDefault();

    private protected override string Title(FixTarget target) => "Remove one";
}
