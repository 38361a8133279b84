using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2007: the loss for one number that says yes or no; where there is no loss, the activation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxOverOneFix))]
[Shared]
public sealed class SoftmaxOverOneFix() : LayerFix(SoftmaxOverOneRule.Id)
{
    private const string Replacement = SoftmaxOverOneRule.Id + ".Replace";

    internal override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target is not { Suggestion: { } kind, IsInBlock: false, IsMendable: true })
        {
            return [];
        }

        bool hasLoss = target.Listed(DiagnosticProperties.Attributes).Skip(1).Any();
        return hasLoss
            ? [new($"Remove [{target.Kind}], use [{kind}]", SoftmaxOverOneRule.Id)]
            : [new($"Replace by [{kind}]", Replacement)];
    }

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target is not { Suggestion: { } kind, Attribute: { } softmax })
        {
            return [];
        }

        return choice.Key == Replacement
            ? In(target, softmax.SyntaxTree, AttributeReplacement.Changes(target, softmax, target.Kind, kind)).ToList()
            : await OutputChange.EditsAsync(target, target.Listed(DiagnosticProperties.Attributes), kind).ConfigureAwait(false);
    }
}
