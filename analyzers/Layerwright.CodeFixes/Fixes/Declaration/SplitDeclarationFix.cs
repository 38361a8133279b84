using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0005: brings all layers to the declaration that has the first ones, inputs in front and losses behind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitDeclarationFix))]
[Shared]
public sealed class SplitDeclarationFix() : LayerFix(RuleIds.SplitDeclaration)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => [new("Move all layers to one declaration", RuleIds.SplitDeclaration)];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var layers = LayerList.Of(target);
        var home = Part(layers[0]);
        var staying = layers.Where(layer => Part(layer) == home).ToList();
        var edits = new List<DocumentEdit>();
        var moving = new Dictionary<LayerRole, List<AttributeText>>
        {
            [LayerRole.Input] = [],
            [LayerRole.Hidden] = [],
            [LayerRole.Loss] = [],
        };
        foreach (var list in layers.Where(layer => Part(layer) != home).GroupBy(layer => (AttributeListSyntax)layer.Parent!))
        {
            edits.AddRange(In(target, list.Key.SyntaxTree, await TakeAsync(target, list.Key, list.ToList(), moving).ConfigureAwait(false)));
        }

        // Between what stays: inputs before the first, layers before a loss that is there already, losses last.
        var first = await PlaceAsync(target, staying[0]).ConfigureAwait(false);
        var last = staying.LastOrDefault(layer => LayerList.RoleOf(target, layer) != LayerRole.Loss);
        var end = await PlaceAsync(target, staying[staying.Count - 1]).ConfigureAwait(false);
        var tree = staying[0].SyntaxTree;
        if (moving[LayerRole.Input].Count > 0)
        {
            edits.AddRange(In(target, tree, [first.Before(moving[LayerRole.Input])]));
        }

        if (last is null)
        {
            edits.AddRange(In(target, tree, moving[LayerRole.Hidden].Count > 0 ? [first.Before(moving[LayerRole.Hidden])] : []));
        }
        else if (last != staying[staying.Count - 1] && moving[LayerRole.Hidden].Count > 0)
        {
            edits.AddRange(In(target, tree, [(await PlaceAsync(target, last).ConfigureAwait(false)).After(moving[LayerRole.Hidden])]));
        }
        else
        {
            moving[LayerRole.Loss].InsertRange(0, moving[LayerRole.Hidden]);
        }

        if (moving[LayerRole.Loss].Count > 0)
        {
            edits.AddRange(In(target, tree, [end.After(moving[LayerRole.Loss])]));
        }

        return edits;
    }

    /// <summary>Takes layers out of a list: as one where all of it moves to one place, else one by one.</summary>
    private static async Task<IEnumerable<TextChange>> TakeAsync(
        FixTarget target, AttributeListSyntax list, List<AttributeSyntax> layers, Dictionary<LayerRole, List<AttributeText>> moving)
    {
        var text = await list.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        var whole = new AttributePlace(layers[0], text, isWholeList: true);
        bool movesWhole = layers.Count == list.Attributes.Count;
        var roles = layers.Select(layer => LayerList.RoleOf(target, layer)).ToList();
        if (movesWhole && roles.Distinct().Count() == 1)
        {
            moving[roles[0]].Add(whole.Text);
            return whole.Take();
        }

        for (int i = 0; i < layers.Count; i++)
        {
            var single = new AttributePlace(layers[i], text).Text;
            moving[roles[i]].Add(movesWhole && i == 0 ? single with { Above = whole.Text.Above, InFront = whole.Text.InFront, Behind = whole.Text.Behind } : single);
        }

        return movesWhole ? whole.Take() : LayerRemoval.Changes(list, layers, text);
    }

    private static TypeDeclarationSyntax? Part(AttributeSyntax layer) => layer.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static async Task<AttributePlace> PlaceAsync(FixTarget target, AttributeSyntax layer) =>
        new(layer, await layer.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false));
}
