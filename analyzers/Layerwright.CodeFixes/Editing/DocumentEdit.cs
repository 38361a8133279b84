using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>One change of text in one document. Text, and not syntax: what is not named stays as it was, comments and layout included.</summary>
internal sealed record DocumentEdit(DocumentId Document, TextChange Change);
