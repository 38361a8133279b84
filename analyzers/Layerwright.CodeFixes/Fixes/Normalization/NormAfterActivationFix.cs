using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4002: the batch normalisation before the nonlinearity; a bias that it would cancel goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormAfterActivationFix))]
[Shared]
public sealed class NormAfterActivationFix() : LayerFix(NormAfterActivationRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsInBlock: false, IsMendable: true } ? [new("Swap", NormAfterActivationRule.Id)] : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target.Listed(DiagnosticProperties.Attributes).FirstOrDefault(attribute => attribute != target.Attribute) is not { } nonlinearity)
        {
            return [];
        }

        var move = await LayerMove.EditsAsync(target, nonlinearity, toFront: true).ConfigureAwait(false);
        var weights = LayerList.Of(target).TakeWhile(layer => layer != nonlinearity).Last();
        return [.. move, .. In(target, weights.SyntaxTree, CancelledBias.Remove(target, weights))];
    }
}
