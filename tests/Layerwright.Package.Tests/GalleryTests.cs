using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>The gallery of bad networks, as a person builds it.</summary>
[Trait("Category", "Package")]
public sealed partial class GalleryTests(PackageFixture fixture)
{
    private static string Gallery { get; } = Path.Combine(BuildSettings.RepositoryRoot, "samples", "BadNetworks");

    [Fact(Explicit = true)]
    public async Task A_build_shows_each_of_its_rules_at_its_file_with_the_link_and_succeeds()
    {
        // With hints raised to warnings, a build shows them all.
        var run = (await BuildAsync("-p:LayerwrightProfile=strict")).Succeeds();
        var shown = Shown(run.Output, "warning");
        Assert.Empty(Files().Where(file => !file.IsError).Select(file => file.Id).Except(shown));
    }

    [Fact(Explicit = true)]
    public async Task With_the_networks_that_cannot_be_generated_from_it_fails_and_shows_their_errors()
    {
        var run = await BuildAsync("-p:ShowErrors=true");
        Assert.NotEqual(0, run.ExitCode);
        var shown = Shown(run.Output, "error");
        Assert.Empty(Files().Where(file => file is { IsError: true, Id: not "LW0013" }).Select(file => file.Id).Except(shown));
    }

    /// <summary>Compiles the gallery, whether it was before or not, beside what else is built and run in the tests' configuration.</summary>
    private async Task<CommandResult> BuildAsync(string setting)
    {
        (await Dotnet.RunAsync(fixture.Workspace, "build", Gallery, "-c", "Debug")).Succeeds();
        return await Dotnet.RunAsync(fixture.Workspace, "build", Gallery, "-c", "Debug", "--no-incremental", "--no-dependencies", setting);
    }

    /// <summary>Ids that are said in the file of their name.</summary>
    private static HashSet<string> Shown(string output, string severity) => Message().Matches(output)
        .Where(match => match.Groups["file"].Value == match.Groups["id"].Value && match.Groups["severity"].Value == severity)
        .Select(match => match.Groups["id"].Value)
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Id, bool IsError)> Files() => Directory.EnumerateFiles(Gallery, "LW*.cs", SearchOption.AllDirectories)
        .Select(path => (Path.GetFileNameWithoutExtension(path), Path.GetFileName(Path.GetDirectoryName(path)) == "Errors"));

    [GeneratedRegex(@"(?<file>LW\d{4})\.cs\(\d+,\d+\): (?<severity>warning|error) (?<id>LW\d{4}): .* \(https://[^)]*/\k<id>\.md\)")]
    private static partial Regex Message();
}
