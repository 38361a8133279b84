using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1021: a loss that takes one output: a probability, or a number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputLossMismatchFix))]
[Shared]
public sealed class OutputLossMismatchFix() : LayerFix(RuleIds.OutputLossMismatch)
{
    private static readonly string[] _losses = ["BinaryCrossEntropy", "MeanSquaredError"];

    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        _losses.Select(loss => new FixChoice($"Use [{loss}]", $"{RuleIds.OutputLossMismatch}.{loss}"));

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        string loss = _losses.First(candidate => choice.Key.EndsWith(candidate, StringComparison.Ordinal));
        IReadOnlyList<DocumentEdit> edits = target.Attribute is { } attribute && target.DataOf(attribute) is { AttributeClass: { } type }
            ? In(target, attribute.SyntaxTree, AttributeReplacement.Changes(target, attribute, KnownAttributes.Kind(type), loss)).ToList()
            : [];
        return Task.FromResult(edits);
    }
}
