using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix of a class's attributes: from what the analyzer marked there.</summary>
public abstract class LayerFix : EditFix
{
    private protected LayerFix(string id)
        : base(id)
    {
    }

    /// <summary>What is offered for a diagnostic, best first.</summary>
    internal abstract IEnumerable<FixChoice> Choices(FixTarget target);

    /// <summary>The edits of one choice; none where it cannot be made.</summary>
    internal abstract Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice);

    /// <inheritdoc/>
    internal sealed override async Task<IReadOnlyList<FixOffer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await FixTarget.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } target
            ? Choices(target).Select(choice => new FixOffer(choice, () => EditsAsync(target, choice))).ToList()
            : [];

    /// <summary>Edits in the document that holds the attribute.</summary>
    private protected static IEnumerable<DocumentEdit> In(FixTarget target, SyntaxTree tree, IEnumerable<TextChange> changes) =>
        changes.Select(change => target.Edit(tree, change.Span, change.NewText ?? "")).OfType<DocumentEdit>();
}
