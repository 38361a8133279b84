using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1015: the network's normalisation and activation behind the first weights; a bias that the normalisation would cancel goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingNonlinearityFix))]
[Shared]
public sealed class MissingNonlinearityFix() : LayerFix(MissingNonlinearityRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target is { IsMendable: true, Suggestion: not null }
        ? [new($"Insert {string.Join(" and ", Layers(target).Select(layer => $"[{layer}]"))}", MissingNonlinearityRule.Id)]
        : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target.Listed(DiagnosticProperties.Attributes).LastOrDefault() is not { } anchor)
        {
            return [];
        }

        var text = await anchor.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        var layers = Layers(target).Select(layer => Written(target, anchor, layer)).ToList();
        var insertion = In(target, anchor.SyntaxTree, [new AttributePlace(anchor, text).After(layers)]);
        var bias = layers.Count > 1 ? CancelledBias.Find(target, anchor) : null;
        return [.. insertion, .. bias is null ? FeederText.Edits(target) : FeederText.Edits(target, bias)];
    }

    private static string[] Layers(FixTarget target) => target.Suggestion!.Split(';');

    private static AttributeText Written(FixTarget target, AttributeSyntax anchor, string layer)
    {
        int end = layer.IndexOf('(') is >= 0 and var bracket ? bracket : layer.Length;
        return new(LayerNames.Attribute(target.Model, anchor.SpanStart, layer.Substring(0, end)) + layer.Substring(end));
    }
}
