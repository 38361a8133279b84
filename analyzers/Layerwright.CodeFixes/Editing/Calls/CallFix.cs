using Microsoft.CodeAnalysis;

namespace Layerwright.CodeFixes.Editing.Calls;

/// <summary>A fix of code that makes and calls things, from what the analyzer marked there.</summary>
public abstract class CallFix : EditFix
{
    private protected CallFix(string id)
        : base(id)
    {
    }

    /// <summary>What is offered for a diagnostic, best first, with the edits that make it true.</summary>
    internal abstract IEnumerable<FixOffer> Offers(CallTarget target);

    /// <inheritdoc/>
    internal sealed override async Task<IReadOnlyList<FixOffer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await CallTarget.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { IsMendable: true } target
            ? Offers(target).ToList()
            : [];

    /// <summary>An offer whose edits are known.</summary>
    private protected static FixOffer Offer(string title, string key, IReadOnlyList<DocumentEdit> edits) => new(new(title, key), () => Task.FromResult(edits));
}
