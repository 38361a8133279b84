using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>One change of text in one document. Text, and not syntax: what is not named stays as it was, comments and layout included.</summary>
internal sealed record DocumentEdit(DocumentId Document, TextChange Change)
{
    /// <summary>An edit in the document that holds <paramref name="tree"/>; null where that is no document a person edits.</summary>
    public static DocumentEdit? In(Solution solution, SyntaxTree tree, TextChange change) =>
        solution.GetDocument(tree) is { } document and not SourceGeneratedDocument ? new(document.Id, change) : null;
}
