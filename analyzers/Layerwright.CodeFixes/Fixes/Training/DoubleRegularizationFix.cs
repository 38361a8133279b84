using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5004: takes the optimizer's decay away, or the layers' penalties where they stand on the network's own class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoubleRegularizationFix))]
[Shared]
public sealed class DoubleRegularizationFix() : CallFix(DoubleRegularizationRule.Id)
{
    internal override IEnumerable<FixOffer> Offers(CallTarget target)
    {
        if (target.Assignment is { } decay)
        {
            yield return Offer("Remove WeightDecay", $"{DoubleRegularizationRule.Id}.WeightDecay", target.Edits(SettingText.Remove(decay)));
        }

        if (!target.IsInBlock)
        {
            yield return Offer("Remove L2", $"{DoubleRegularizationRule.Id}.L2", Penalties(target));
        }
    }

    private static List<DocumentEdit> Penalties(CallTarget target)
    {
        var edits = new List<DocumentEdit>();
        foreach (var place in target.Diagnostic.AdditionalLocations)
        {
            if (place.SourceTree is not { } tree
                || tree.GetRoot(target.CancellationToken).FindNode(place.SourceSpan) is not { } node
                || node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
                || target.Edits(tree, ArgumentText.Remove(argument)) is not { Count: > 0 } removed)
            {
                return [];
            }

            edits.AddRange(removed);
        }

        return edits;
    }
}
