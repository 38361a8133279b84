using Layerwright.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing.Calls;

/// <summary>A diagnostic on code found again in its document.</summary>
internal sealed record CallTarget(Document Document, Diagnostic Diagnostic, SemanticModel Model, SyntaxNode Node, CancellationToken CancellationToken)
{
    /// <summary>The value that would be right.</summary>
    public string? Suggestion => Property(DiagnosticProperties.Suggestion);

    /// <summary>Name of the setting that is to be added; null where it is marked.</summary>
    public string? Argument => Property(DiagnosticProperties.Argument);

    /// <summary>False where no edit from here mends it.</summary>
    public bool IsMendable => Property(DiagnosticProperties.NoFix) is null;

    /// <summary>True where part of the fault lies in a block: no fix edits that from here.</summary>
    public bool IsInBlock => Property(DiagnosticProperties.InBlock) is not null;

    /// <summary>The object's creation that is marked.</summary>
    public BaseObjectCreationExpressionSyntax? Creation => Node as BaseObjectCreationExpressionSyntax;

    /// <summary>The setting that is marked: an argument's value or a member's.</summary>
    public ExpressionSyntax? Value => Node is AssignmentExpressionSyntax assignment ? assignment.Right
        : Node.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Span == Diagnostic.Location.SourceSpan ? argument.Expression
        : null;

    /// <summary>The marked assignment in an initialiser.</summary>
    public AssignmentExpressionSyntax? Assignment => Node is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment ? assignment : null;

    /// <summary>Finds the diagnostic's place again; null where there is none.</summary>
    public static async Task<CallTarget?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && model is not null && diagnostic.Location.IsInSource && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? new(document, diagnostic, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), cancellationToken)
            : null;
    }

    /// <summary>Edits in this document; those of one diagnostic are made together or not at all.</summary>
    public IReadOnlyList<DocumentEdit> Edits(IEnumerable<TextChange> changes) => Edits(Node.SyntaxTree, changes);

    /// <summary>Edits in the document that holds <paramref name="tree"/>.</summary>
    public IReadOnlyList<DocumentEdit> Edits(SyntaxTree tree, IEnumerable<TextChange> changes) =>
        changes.Select(change => DocumentEdit.In(Document.Project.Solution, tree, change)).OfType<DocumentEdit>().ToList();

    private string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;
}
