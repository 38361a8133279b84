using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Editing;

/// <summary>
/// Fix-all for every <see cref="EditFix"/>: the edits of all diagnostics are collected against the solution as it is and applied
/// together, so that several in one attribute list do not garble each other.
/// </summary>
internal sealed class EditFixAllProvider : FixAllProvider
{
    public static EditFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var merge = new EditMerge();
        string? title = null;

        // `dotnet format` over several ids takes the key from the first diagnostic of any of them, so for the others it has none.
        string? key = fixAllContext.CodeActionEquivalenceKey;
        foreach (var (document, diagnostic) in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            fixAllContext.CancellationToken.ThrowIfCancellationRequested();
            var offers = fixAllContext.CodeFixProvider is EditFix fix
                ? await fix.OffersAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false)
                : [];
            if (offers.FirstOrDefault(offer => key is null || offer.Choice.Key == key) is { } chosen)
            {
                title ??= chosen.Choice.Title;
                merge.Add(await chosen.EditsAsync().ConfigureAwait(false));
            }
        }

        return title is null
            ? null
            : CodeAction.Create(title, token => merge.ApplyAsync(fixAllContext.Solution, token), key);
    }

    private static async Task<IReadOnlyList<(Document Document, Diagnostic Diagnostic)>> DiagnosticsAsync(FixAllContext context)
    {
        var found = new List<(Document, Diagnostic)>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                Add(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                Add(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
                {
                    Add(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        // In the order of the text, so that which of two colliding edits is made does not depend on the analyzers' threads.
        return found
            .OrderBy(pair => pair.Item1.FilePath ?? pair.Item1.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Item2.Location.SourceSpan.Start)
            .ToList();

        void Add(ImmutableArray<Diagnostic> diagnostics)
        {
            foreach (var diagnostic in diagnostics)
            {
                if (diagnostic.Location.SourceTree is { } tree && context.Solution.GetDocument(tree) is { } document and not SourceGeneratedDocument)
                {
                    found.Add((document, diagnostic));
                }
            }
        }
    }
}
