using System.Globalization;

[assembly: AssemblyFixture(typeof(Layerwright.Package.Tests.PackageFixture))]

namespace Layerwright.Package.Tests;

/// <summary>The packages, each made once into a feed of its own under a version that nobody has seen before.</summary>
public sealed class PackageFixture : IDisposable
{
    private readonly Lazy<Task<string>> _package, _templates;

    public PackageFixture()
    {
        _package = new(() => PackAsync("Layerwright", Feed));
        _templates = new(() => PackAsync("Layerwright.Templates", Feed));
    }

    /// <summary>Everything these tests write lies here and is deleted after them.</summary>
    public string Workspace { get; } = Directory.CreateTempSubdirectory("layerwright-").FullName;

    public string Feed => Path.Combine(Workspace, "feed");

    public string Version { get; } = $"{BuildSettings.Version}-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>Path of the package; packed at the first call.</summary>
    public Task<string> GetPackageAsync() => _package.Value;

    /// <summary>Path of the package with the templates; packed at the first call.</summary>
    public Task<string> GetTemplatesAsync() => _templates.Value;

    /// <summary>A console project that has nothing but a reference to the package.</summary>
    internal async Task<Consumer> CreateConsumerAsync(string name, params (string File, string Text)[] sources)
    {
        await GetPackageAsync();
        return new(Path.Combine(Workspace, name), name, Feed, Version, sources);
    }

    /// <summary>A folder for projects of a test's own.</summary>
    internal async Task<ConsumerFolder> CreateFolderAsync(string name)
    {
        await GetPackageAsync();
        return new(Path.Combine(Workspace, name), Feed, Version);
    }

    /// <summary>Packs what the build left, and returns the path of the package.</summary>
    internal async Task<string> PackAsync(string project, string folder)
    {
        var result = await Dotnet.RunAsync(
            BuildSettings.RepositoryRoot,
            "pack", $"src/{project}", "--no-build", "-c", BuildSettings.Configuration, "-o", folder, $"-p:PackageVersion={Version}");
        result.Succeeds();
        return Path.Combine(folder, $"{project}.{Version}.nupkg");
    }

    public void Dispose()
    {
        // Absent where no test that packs ran; a file still held by a dying process is not worth a failure.
        try
        {
            Directory.Delete(Workspace, recursive: true);
        }
        catch (IOException)
        {
        }
    }
}
