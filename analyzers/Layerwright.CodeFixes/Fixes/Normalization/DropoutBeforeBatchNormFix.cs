using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4004: the dropout where no batch normalisation follows any more, or nowhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropoutBeforeBatchNormFix))]
[Shared]
public sealed class DropoutBeforeBatchNormFix() : RemoveLayerFix(DropoutBeforeBatchNormRule.Id)
{
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice) =>
        Home(target) is { } home ? LayerMove.EditsAsync(target, home, toFront: false) : base.EditsAsync(target, choice);

    private protected override string Title(FixTarget target) =>
        Home(target) is null ? base.Title(target) : "Move behind the nonlinearity that follows the last BatchNorm";

    /// <summary>The nonlinearity that the analyzer lists.</summary>
    private static AttributeSyntax? Home(FixTarget target) =>
        target.Listed(DiagnosticProperties.Attributes).FirstOrDefault(attribute => attribute != target.Attribute);
}
