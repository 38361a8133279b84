using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1002: makes a vector of the image right before the layer that needs one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingFlattenFix))]
[Shared]
public sealed class MissingFlattenFix() : LayerFix(RuleIds.MissingFlatten)
{
    private static readonly string[] _layers = ["Flatten", "GlobalAveragePool2D"];

    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target.IsInBlock
        ? []
        : _layers.Select(layer => new FixChoice($"Insert [{layer}]", $"{RuleIds.MissingFlatten}.{layer}"));

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target.Attribute is not { } dense)
        {
            return [];
        }

        string layer = _layers.First(candidate => choice.Key.EndsWith(candidate, StringComparison.Ordinal));
        var text = await dense.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        var inserted = new AttributeText(LayerNames.Attribute(target.Model, dense.SpanStart, layer));
        return In(target, dense.SyntaxTree, [new AttributePlace(dense, text).Before([inserted])]).ToList();
    }
}
