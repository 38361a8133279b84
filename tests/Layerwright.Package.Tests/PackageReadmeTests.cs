using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>The pages of the packages, which are read where the repository's other files are not.</summary>
[Trait("Category", "Package")]
public sealed partial class PackageReadmeTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task The_packages_readme_is_the_repositorys_with_links_to_the_commit_it_was_made_from()
    {
        var files = new PackedFiles(await fixture.GetPackageAsync());
        string commit = files.Metadata().Descendants().Single(e => e.Name.LocalName == "repository").Attribute("commit")!.Value;
        string packed = files.Text("README.md").ReplaceLineEndings("\n");
        string root = $"{BuildSettings.RepositoryUrl}/blob/{commit}/";

        Assert.Equal(Readme.Text.TrimEnd(), packed.Replace($"]({root}", "](", StringComparison.Ordinal).TrimEnd());
        var inside = Links(packed).Where(link => link.StartsWith(root, StringComparison.Ordinal)).Select(link => link[root.Length..].Split('#')[0]).ToList();
        Assert.NotEmpty(inside);
        Assert.All(inside, path => Assert.True(Path.Exists(Path.Combine(BuildSettings.RepositoryRoot, path)), $"README.md links to {path}, which is not there."));
    }

    [Theory(Explicit = true)]
    [InlineData("Layerwright")]
    [InlineData("Layerwright.Templates")]
    public async Task Every_link_of_a_packages_readme_works_outside_the_repository(string id)
    {
        string page = new PackedFiles(await (id == "Layerwright" ? fixture.GetPackageAsync() : fixture.GetTemplatesAsync())).Text("README.md");
        Assert.NotEmpty(Links(page));
        Assert.All(Links(page), link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith('#'), link));

        // What the rewriting does not know, and a package's page does not show.
        Assert.DoesNotMatch(OtherLink(), page);
    }

    private static IEnumerable<string> Links(string page) => Link().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\]\(([^)\s]*)\)")]
    private static partial Regex Link();

    /// <summary>Pictures, links by name, HTML.</summary>
    [GeneratedRegex(@"!\[|^\[[^\]]+\]: |<(?:a|img)\s", RegexOptions.Multiline)]
    private static partial Regex OtherLink();
}
