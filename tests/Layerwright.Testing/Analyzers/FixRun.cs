using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Testing.Analyzers;

/// <summary>Applies code fixes the way an IDE does.</summary>
public static class FixRun
{
    /// <summary>What a fix offers for a diagnostic.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OffersAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return offers;
    }

    /// <summary>The solution after an action.</summary>
    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    /// <summary>The solution after fix-all in a scope; unchanged where nothing is to be fixed.</summary>
    public static Task<Solution> ApplyAllAsync(CodeFixProvider fix, Document document, FixAllScope scope, string? equivalenceKey) =>
        ApplyAllAsync(fix, document, scope, equivalenceKey, new Provider(fix.FixableDiagnosticIds));

    /// <summary>The same where the diagnostics of a project of one file are known already.</summary>
    public static Task<Solution> ApplyAllAsync(CodeFixProvider fix, Document document, string? equivalenceKey, ImmutableArray<Diagnostic> diagnostics) =>
        ApplyAllAsync(fix, document, FixAllScope.Document, equivalenceKey, new Known(diagnostics));

    /// <summary>The analyzers' diagnostics in a project that its documents hold.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project) => (await AnalyzerRun.OfAsync(project).ConfigureAwait(false)).Analyzers;

    private static async Task<Solution> ApplyAllAsync(
        CodeFixProvider fix, Document document, FixAllScope scope, string? equivalenceKey, FixAllContext.DiagnosticProvider diagnostics)
    {
        var context = new FixAllContext(document, fix, scope, equivalenceKey, fix.FixableDiagnosticIds, diagnostics, CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context).ConfigureAwait(false);
        return action is null ? document.Project.Solution : await ApplyAsync(action).ConfigureAwait(false);
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }

    private sealed class Provider(ImmutableArray<string> ids) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await DiagnosticsAsync(project).ConfigureAwait(false)).Where(diagnostic => ids.Contains(diagnostic.Id));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
