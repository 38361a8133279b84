using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1016: the mean over the positions in the flatten's place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HugeDenseAfterFlattenFix))]
[Shared]
public sealed class HugeDenseAfterFlattenFix() : LayerFix(HugeDenseAfterFlattenRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) => target is { Suggestion: { } pooling, IsInBlock: false, IsMendable: true }
        ? [new($"Replace [Flatten] by [{pooling}]", HugeDenseAfterFlattenRule.Id)]
        : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Listed(DiagnosticProperties.Attributes).ElementAtOrDefault(1) is { } flatten
            && target.DataOf(flatten) is { AttributeClass: { } type }
            ? In(target, flatten.SyntaxTree, AttributeReplacement.Changes(target, flatten, KnownAttributes.Kind(type), target.Suggestion!)).ToList()
            : [];
        return Task.FromResult(edits);
    }
}
