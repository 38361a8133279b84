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
}
