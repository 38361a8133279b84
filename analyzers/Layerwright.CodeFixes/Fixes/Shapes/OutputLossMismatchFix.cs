using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1021: a loss that takes one output: a probability, or a number. Both take it raw: activations behind the last weights go.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputLossMismatchFix))]
[Shared]
public sealed class OutputLossMismatchFix() : LayerFix(RuleIds.OutputLossMismatch)
{
    private static readonly string[] _losses = ["BinaryCrossEntropy", "MeanSquaredError"];

    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        _losses.Select(loss => new FixChoice($"Use [{loss}]", $"{RuleIds.OutputLossMismatch}.{loss}"));

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice) => target.Attribute is { } loss
        ? await OutputChange.EditsAsync(
            target,
            ActivationsBefore(target, loss).Append(loss),
            _losses.First(candidate => choice.Key.EndsWith(candidate, StringComparison.Ordinal))).ConfigureAwait(false)
        : [];

    /// <summary>Activations of the class's own between the loss and the weights, or the block, before it. None where that is all there is.</summary>
    private static IEnumerable<AttributeSyntax> ActivationsBefore(FixTarget target, AttributeSyntax loss)
    {
        var before = LayerList.Of(target).TakeWhile(layer => layer != loss).Reverse().ToList();
        int weights = before.FindIndex(layer => LayerOf(target, layer) is not { } kind || kind.IsAffine);
        return before.Take(weights).Where(layer => LayerOf(target, layer)!.IsNonlinearity);
    }

    /// <summary>What the compiler knows of a layer; null for one that brings in a block.</summary>
    private static Layer? LayerOf(FixTarget target, AttributeSyntax attribute) => target.DataOf(attribute) is { AttributeClass: { IsGenericType: false } type }
        ? LayerRegistry.Get(KnownAttributes.Kind(type))
        : null;
}
