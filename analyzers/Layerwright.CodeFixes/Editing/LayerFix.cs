using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>What all fixes share: a fix says which edits of text it wants for one diagnostic; alone and fix-all are made of that.</summary>
public abstract class LayerFix : CodeFixProvider
{
    private protected LayerFix(string id)
    {
        FixableDiagnosticIds = [id];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => LayerFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixTarget.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } target)
            {
                continue;
            }

            foreach (var choice in Choices(target))
            {
                // Worked out now: a fix that would change nothing is not offered.
                var edits = await EditsAsync(target, choice).ConfigureAwait(false);
                if (edits.Count > 0)
                {
                    context.RegisterCodeFix(Action(context.Document.Project.Solution, choice, edits), diagnostic);
                }
            }
        }
    }

    /// <summary>What is offered for a diagnostic, best first.</summary>
    internal abstract IEnumerable<FixChoice> Choices(FixTarget target);

    /// <summary>The edits of one choice; none where it cannot be made.</summary>
    internal abstract Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice);

    /// <summary>Edits in the document that holds the attribute.</summary>
    private protected static IEnumerable<DocumentEdit> In(FixTarget target, SyntaxTree tree, IEnumerable<TextChange> changes) =>
        changes.Select(change => target.Edit(tree, change.Span, change.NewText ?? "")).OfType<DocumentEdit>();

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
