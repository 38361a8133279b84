using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Collects the edits of one or many fixes and applies them together.</summary>
internal sealed class EditMerge
{
    private readonly Dictionary<DocumentId, List<TextChange>> _changes = [];

    /// <summary>
    /// Takes a fix's edits, all or none: none where one of them touches what another fix already changes. The same edit wanted twice
    /// (two networks in one type that must become partial) is made once.
    /// </summary>
    public void Add(IReadOnlyList<DocumentEdit> edits)
    {
        var fresh = edits.Distinct().Where(edit => !Of(edit.Document).Contains(edit.Change)).ToList();
        if (fresh.Any(edit => Of(edit.Document).Any(change => Collide(change, edit.Change))))
        {
            return;
        }

        foreach (var edit in fresh)
        {
            Of(edit.Document).Add(edit.Change);
        }
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var pair in _changes)
        {
            if (solution.GetDocument(pair.Key) is { } document)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                var ordered = pair.Value.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End);
                solution = solution.WithDocumentText(pair.Key, text.WithChanges(ordered));
            }
        }

        return solution;
    }

    private List<TextChange> Of(DocumentId document)
    {
        if (!_changes.TryGetValue(document, out var changes))
        {
            _changes[document] = changes = [];
        }

        return changes;
    }

    private static bool Collide(TextChange one, TextChange other) =>
        one.Span.OverlapsWith(other.Span)
        || (one.Span.IsEmpty && other.Span.Start < one.Span.Start && one.Span.Start < other.Span.End)
        || (other.Span.IsEmpty && one.Span.Start < other.Span.Start && other.Span.Start < one.Span.End);
}
