namespace Layerwright.CodeFixes.Editing;

/// <summary>One thing that a fix offers for one diagnostic, and the edits that make it true: none where it cannot be made.</summary>
internal sealed record FixOffer(FixChoice Choice, Func<Task<IReadOnlyList<DocumentEdit>>> EditsAsync);
