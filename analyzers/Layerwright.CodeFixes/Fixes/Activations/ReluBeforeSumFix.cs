using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>
/// LW2015: takes the ReLU from the end of the branch's block and puts it behind the sum, at every use. The one fix that edits a block
/// from its user's diagnostic, so only where that user is the block's only one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReluBeforeSumFix))]
[Shared]
public sealed class ReluBeforeSumFix() : LayerFix(ReluBeforeSumRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.IsMendable ? [new("Move [ReLU] behind the sum", ReluBeforeSumRule.Id)] : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (Marked(target) is not { } relu || !await IsOnlyUserAsync(target, relu).ConfigureAwait(false))
        {
            return [];
        }

        var text = await relu.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        var place = new AttributePlace(relu, text);
        var edits = In(target, relu.SyntaxTree, place.Remove()).ToList();
        foreach (var residual in target.Listed(DiagnosticProperties.Suggestion))
        {
            var around = await residual.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
            var inserted = new AttributeText(LayerNames.Attribute(target.Model, residual.SpanStart, "ReLU"));
            edits.AddRange(In(target, residual.SyntaxTree, [new AttributePlace(residual, around).After([inserted])]));
        }

        return edits;
    }

    /// <summary>The ReLU in its block: the first additional location.</summary>
    private static AttributeSyntax? Marked(FixTarget target) =>
        target.Diagnostic.AdditionalLocations is { Count: > 0 } places && places[0] is { SourceTree: { } tree, SourceSpan: var span }
            ? tree.GetRoot(target.CancellationToken).FindNode(span).FirstAncestorOrSelf<AttributeSyntax>()
            : null;

    /// <summary>Nothing but the listed residuals mentions the block.</summary>
    private static async Task<bool> IsOnlyUserAsync(FixTarget target, AttributeSyntax relu)
    {
        var solution = target.Document.Project.Solution;
        if (relu.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is not { } declaration
            || solution.GetDocument(relu.SyntaxTree) is not { } document
            || await document.GetSemanticModelAsync(target.CancellationToken).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, target.CancellationToken) is not { } block)
        {
            return false;
        }

        var users = new HashSet<AttributeSyntax>(target.Listed(DiagnosticProperties.Attributes));
        var references = await SymbolFinder.FindReferencesAsync(block, solution, target.CancellationToken).ConfigureAwait(false);
        foreach (var reference in references.SelectMany(found => found.Locations).Where(reference => reference.Document is not SourceGeneratedDocument))
        {
            var root = await reference.Document.GetSyntaxRootAsync(target.CancellationToken).ConfigureAwait(false);
            if (root?.FindNode(reference.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } user || !users.Contains(user))
            {
                return false;
            }
        }

        return true;
    }
}
