namespace Layerwright.Package.Tests;

/// <summary>The programs of samples/, as the build left them.</summary>
internal static class Samples
{
    /// <summary>Runs one with the tests' workspace as its directory.</summary>
    public static Task<CommandResult> RunAsync(PackageFixture fixture, string name, params string[] arguments)
    {
        string program = Path.Combine(BuildSettings.RepositoryRoot, "samples", name, "bin", BuildSettings.Configuration, "net10.0", $"{name}.dll");
        return Dotnet.RunAsync(fixture.Workspace, [program, .. arguments]);
    }

    /// <summary>Runs one twice at once, each with a report of its own, and compares every byte of what they print and write.</summary>
    public static async Task AssertSameTwiceAsync(PackageFixture fixture, string name)
    {
        string[] reports = [.. Enumerable.Range(1, 2).Select(i => Path.Combine(fixture.Workspace, $"{name}-{i}.html"))];
        CommandResult[] runs = await Task.WhenAll(reports.Select(report => RunAsync(fixture, name, report)));
        string[] outputs = [.. runs.Select((run, i) => run.Succeeds().Output.Replace(reports[i], "", StringComparison.Ordinal))];
        Assert.Equal(outputs[0], outputs[1]);
        Assert.Equal(await File.ReadAllBytesAsync(reports[0]), await File.ReadAllBytesAsync(reports[1]));
    }
}
