namespace Layerwright.Package.Tests;

/// <summary>samples/BadNetworks as a program: what the compiler said when it was built.</summary>
[Trait("Category", "Package")]
public sealed class GalleryProgramTests(PackageFixture fixture)
{
    // No part of the solution's build, which is to be without warnings.
    private static readonly Lazy<Task<CommandResult>> _build = new(() =>
        Dotnet.RunAsync(BuildSettings.RepositoryRoot, "build", "samples/BadNetworks", "-c", BuildSettings.Configuration));

    [Fact(Explicit = true)]
    public async Task It_lists_every_rule_that_has_a_network_to_compile()
    {
        var run = (await RunAsync()).Succeeds();

        string gallery = Path.Combine(BuildSettings.RepositoryRoot, "samples", "BadNetworks");
        string[] files = [.. Directory.EnumerateFiles(gallery, "LW*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "Errors")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        Assert.Equal(files, run.Output.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("LW", StringComparison.Ordinal)).Select(line => line[..6]));
    }

    [Fact(Explicit = true)]
    public async Task A_rules_network_is_shown_with_its_line_what_is_said_and_the_link()
    {
        var run = (await RunAsync("lw4001")).Succeeds();

        string output = run.Output.ReplaceLineEndings("\n");
        Assert.Contains("\n► [Dense(256)]\n  [ReLU]\n", output, StringComparison.Ordinal);
        Assert.Contains("Dense1 feeds ReLU1 with no normalisation between", output, StringComparison.Ordinal);
        Assert.EndsWith("/analyzers/docs/rules/LW4001.md\n", output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task A_rule_that_has_none_is_named()
    {
        var run = await RunAsync("LW9999");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There is no network for LW9999", run.Output, StringComparison.Ordinal);
    }

    private async Task<CommandResult> RunAsync(params string[] arguments)
    {
        (await _build.Value).Succeeds();
        return await Samples.RunAsync(fixture, "BadNetworks", arguments);
    }
}
