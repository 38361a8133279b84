using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0006: moves the loss behind all layers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LossNotLastFix))]
[Shared]
public sealed class LossNotLastFix() : LayerFix(RuleIds.LossNotLast)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion == LossCheck.MoveLast ? [new("Move the loss last", RuleIds.LossNotLast)] : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var layers = LayerList.Of(target);
        return LayerMove.EditsAsync(target, layers[layers.Count - 1], toFront: false);
    }
}
