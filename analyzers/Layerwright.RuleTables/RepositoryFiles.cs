namespace Layerwright.RuleTables;

/// <summary>Where the rules' texts lie.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder above <paramref name="start"/> that holds the solution.</summary>
    public static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {start} holds Generators.sln.");
    }

    public static string Pages(string root) => Path.Combine(root, "analyzers", "docs", "rules");

    public static string Page(string root, string id) => Path.Combine(Pages(root), id + ".md");

    public static string ReleaseTable(string root) => Path.Combine(root, "analyzers", "Layerwright.Analyzers", "AnalyzerReleases.Unshipped.md");

    /// <summary>The gallery's file of each rule, by its id.</summary>
    public static IReadOnlyDictionary<string, string> Gallery(string root)
    {
        char separator = Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(Path.Combine(root, "samples", "BadNetworks"), "LW*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{separator}obj{separator}", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => path, StringComparer.Ordinal);
    }
}
