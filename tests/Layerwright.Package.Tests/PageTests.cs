using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>Links, commands and names on the pages lead to what is there.</summary>
public sealed partial class PageTests
{
    private static readonly string[] _pages = ["README.md", "samples/README.md"];

    /// <summary>Every page that a reader comes to.</summary>
    public static TheoryData<string> Pages { get; } =
        [.. _pages, "samples/BadNetworks/README.md", "analyzers/docs/findings.md", "analyzers/docs/suppressions.md", "analyzers/docs/rules/README.md"];

    public static TheoryData<string> Guides { get; } = [.. _pages];

    public static TheoryData<string> Samples { get; } =
        [.. Directory.GetFiles(At("samples"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(At("samples"), path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_a_heading_that_are_there(string page) => Assert.Empty(new Page(At(page)).BrokenLinks);

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_path_in_a_command_is_there(string page)
    {
        var paths = Commands(page).SelectMany(command => command.Split(' ')).Where(word => RepositoryPath().IsMatch(word)).ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(At(path)), path));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_setting_of_ours_that_is_named_is_one_that_the_compiler_sees(string page)
    {
        string[] known = Visible().Match(File.ReadAllText(At("src/Layerwright/buildTransitive/Layerwright.props"))).Groups[1].Value.Split(';');
        Assert.NotEmpty(known);
        Assert.All(Setting().Matches(File.ReadAllText(At(page))), setting => Assert.Contains(setting.Groups[1].Value, known));
    }

    [Fact]
    public void Every_test_that_the_guide_for_contributors_names_is_there()
    {
        var named = NamedTest().Matches(Readme.Section("Contributing"));
        Assert.NotEmpty(named);
        Assert.All(named, test =>
        {
            string file = Assert.Single(Directory.GetFiles(At("tests"), test.Groups["class"].Value + ".cs", SearchOption.AllDirectories));
            Assert.Contains($" {test.Groups["method"].Value}", File.ReadAllText(file), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_has_its_section_and_is_built_with_the_rest(string project)
    {
        string name = Path.GetDirectoryName(project)!.Replace('\\', '/').Split('/')[0];
        Assert.Contains($"\n## {name}\n", File.ReadAllText(At("samples/README.md")), StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(project), File.ReadAllText(At("Generators.sln")), StringComparison.Ordinal);
    }

    /// <summary>What a page's blocks give to a shell.</summary>
    private static IEnumerable<string> Commands(string page) =>
        Readme.BlocksOf(File.ReadAllText(At(page)).ReplaceLineEndings("\n"))
            .Where(block => block.Language.Length == 0)
            .SelectMany(block => block.Code.Split('\n'))
            .Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal) || line.StartsWith("python3 ", StringComparison.Ordinal));

    private static string At(string path) => Path.Combine(BuildSettings.RepositoryRoot, path);

    [GeneratedRegex(@"^(?:samples|src|tests|analyzers|generators)/|\.sln$")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"(?:<|-p:|`)(Layerwright[A-Z]\w*)(?:>|=|`)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"<CompilerVisibleProperty Include=""([^""]+)""")]
    private static partial Regex Visible();

    [GeneratedRegex(@"\*(?<class>\w+Tests)(?:\.(?<method>\w+))?\*")]
    private static partial Regex NamedTest();
}
