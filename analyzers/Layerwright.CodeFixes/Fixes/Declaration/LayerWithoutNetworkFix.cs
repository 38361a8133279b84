using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0011: makes the class a network: the attribute, <c>partial</c>, and an input where there is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayerWithoutNetworkFix))]
[Shared]
public sealed class LayerWithoutNetworkFix() : LayerFix(RuleIds.LayerWithoutNetwork)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        TypeChecks.Unsupported(target.Type, isNetworkAndBlock: false, target.CancellationToken) is null
            ? [new("Add [Network]", RuleIds.LayerWithoutNetwork)]
            : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var layers = LayerList.Of(target);
        var added = new List<AttributeText> { new(LayerNames.Attribute(target.Model, target.Node.SpanStart, "Network")) };
        if (layers.All(layer => LayerList.RoleOf(target, layer) != LayerRole.Input))
        {
            added.Add(new AttributeText($"{LayerNames.Attribute(target.Model, target.Node.SpanStart, "Input")}(1)"));
        }

        var first = layers[0];
        var place = new AttributePlace(first, await first.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false));
        return In(target, first.SyntaxTree, [place.Before(added)]).Concat(PartialText.Edits(target)).ToList();
    }
}
