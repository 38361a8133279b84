using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0003: puts an input before the first layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingInputFix))]
[Shared]
public sealed class MissingInputFix() : LayerFix(RuleIds.MissingInput)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => [new("Add [Input(…)]", RuleIds.MissingInput)];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var layers = LayerList.Of(target);
        string name = LayerNames.Attribute(target.Model, target.Node.SpanStart, "Input");
        var input = new AttributeText($"{name}({target.Suggestion ?? "1"})");
        if ((layers.Count > 0 ? layers[0] : target.Attribute) is not { } anchor)
        {
            return [];
        }

        var place = new AttributePlace(anchor, await anchor.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false));
        return In(target, anchor.SyntaxTree, [layers.Count > 0 ? place.Before([input]) : place.After([input])]).ToList();
    }
}
