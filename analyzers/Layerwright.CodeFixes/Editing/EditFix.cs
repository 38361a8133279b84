using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Editing;

/// <summary>What all fixes share: a fix says which edits of text it wants for one diagnostic; alone and fix-all are made of that.</summary>
public abstract class EditFix : CodeFixProvider
{
    private protected EditFix(string id)
    {
        FixableDiagnosticIds = [id];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EditFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await OffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                // Worked out now: a fix that would change nothing is not offered.
                var edits = await offer.EditsAsync().ConfigureAwait(false);
                if (edits.Count > 0)
                {
                    context.RegisterCodeFix(Action(context.Document.Project.Solution, offer.Choice, edits), diagnostic);
                }
            }
        }
    }

    /// <summary>What is offered for a diagnostic, best first.</summary>
    internal abstract Task<IReadOnlyList<FixOffer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    private static CodeAction Action(Solution solution, FixChoice choice, IReadOnlyList<DocumentEdit> edits) => CodeAction.Create(
        choice.Title,
        cancellationToken =>
        {
            var merge = new EditMerge();
            merge.Add(edits);
            return merge.ApplyAsync(solution, cancellationToken);
        },
        choice.Key);
}
