using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>A page of the repository: its headings, and where its links lead.</summary>
internal sealed partial class Page(string path)
{
    private readonly string _text = Fence().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "");

    /// <summary>The anchors of its headings, as the repository's host makes them.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(_text).Select(match => Anchor(match.Groups[1].Value));

    /// <summary>Links that lead nowhere: to files that are not there, or to headings that their page does not have.</summary>
    public IEnumerable<string> BrokenLinks => Link().Matches(_text).Select(match => match.Groups[1].Value)
        .Where(target => !target.StartsWith("https://", StringComparison.Ordinal) && !Leads(target));

    private bool Leads(string target)
    {
        string[] parts = target.Split('#', 2);
        string file = parts[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, parts[0]);
        return (File.Exists(file) || (Directory.Exists(file) && parts.Length == 1))
            && (parts.Length == 1 || new Page(file).Anchors.Contains(parts[1]));
    }

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading, "").ToLowerInvariant().Replace(' ', '-');

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
