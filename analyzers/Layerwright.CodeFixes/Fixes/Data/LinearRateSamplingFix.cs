using System.Composition;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Data;

/// <summary>LW6006: draws on a logarithmic scale over the same range.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LinearRateSamplingFix))]
[Shared]
public sealed class LinearRateSamplingFix() : CallFix(LinearRateSamplingRule.Id)
{
    internal override IEnumerable<FixOffer> Offers(CallTarget target) => target.Creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => [Offer("Use LogUniform", LinearRateSamplingRule.Id, target.Edits([new(Simple(type).Span, "LogUniform")]))],
        _ => [],
    };

    /// <summary>The type's own name, behind what qualifies it.</summary>
    private static TypeSyntax Simple(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => type,
    };
}
