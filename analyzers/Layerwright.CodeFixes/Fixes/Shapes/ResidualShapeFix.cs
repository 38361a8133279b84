using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1011: lets the shortcut bring the input to the branch's shape.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResidualShapeFix))]
[Shared]
public sealed class ResidualShapeFix() : LayerFix(RuleIds.ResidualShape)
{
    private const string Projection = nameof(Projection);

    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.Suggestion is not null && !target.IsInBlock ? [new("Set Projection = true", RuleIds.ResidualShape)] : [];

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        IReadOnlyList<DocumentEdit> edits = target.Attribute is { } residual
            ? In(target, residual.SyntaxTree, [ArgumentText.Set(target, residual, Projection, "true")]).ToList()
            : [];
        return Task.FromResult(edits);
    }
}
