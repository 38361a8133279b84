using Layerwright.Analyzers.Rules;

namespace Layerwright.RuleTables;

/// <summary>Every text that follows from the rules.</summary>
internal static class RuleDocuments
{
    private const string ReadmeToPages = "analyzers/docs/rules/";

    /// <param name="root">The repository's root.</param>
    /// <exception cref="FileNotFoundException">A rule has no page.</exception>
    public static IReadOnlyList<RuleDocument> Of(string root)
    {
        var gallery = RepositoryFiles.Gallery(root);
        var pages = RuleRegistry.All
            .Select(rule => new RulePage(rule, File.ReadAllText(RepositoryFiles.Page(root, rule.Descriptor.Id))))
            .ToList();
        string index = Path.Combine(RepositoryFiles.Pages(root), "README.md"), readme = Path.Combine(root, "README.md");
        return
        [
            .. pages.Select(page => new RuleDocument(
                RepositoryFiles.Page(root, page.Id),
                page.Rewritten(gallery.TryGetValue(page.Id, out string? path) ? File.ReadAllText(path) : null))),
            new RuleDocument(index, RuleTable.Replace(File.ReadAllText(index), pages, folder: "")),
            new RuleDocument(readme, OptionTable.Replace(RuleTable.Replace(File.ReadAllText(readme), pages, ReadmeToPages), ReadmeToPages)),
            new RuleDocument(RepositoryFiles.ReleaseTable(root), ReleaseTable.Replace(File.ReadAllText(RepositoryFiles.ReleaseTable(root)))),
        ];
    }
}
