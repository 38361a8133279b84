using System.Globalization;

[assembly: AssemblyFixture(typeof(Layerwright.Package.Tests.PackageFixture))]

namespace Layerwright.Package.Tests;

/// <summary>The packages, each made once into a feed of its own under a version that nobody has seen before.</summary>
public sealed class PackageFixture : IDisposable
{
    private readonly Lazy<Task<Packing>> _package, _templates;

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
    public async Task<string> GetPackageAsync() => (await _package.Value).File;

    /// <summary>Path of the package with the templates; packed at the first call.</summary>
    public async Task<string> GetTemplatesAsync() => (await _templates.Value).File;

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

    /// <summary>False where the compiler that compiles plug-ins ahead could not be restored.</summary>
    internal async Task<bool> HasCompiledAheadAsync() => (await _package.Value).HasCompiledAhead;

    /// <summary>Skips a test of what is compiled ahead where nothing is.</summary>
    internal async Task NeedCompiledAheadAsync() => Assert.SkipUnless(
        await HasCompiledAheadAsync(),
        "The ahead-of-time compiler of the SDK's version and platform cannot be restored here: the package holds nothing that is compiled ahead.");

    /// <summary>Packs what the build left.</summary>
    internal async Task<Packing> PackAsync(string project, string folder, params string[] options)
    {
        var result = await Dotnet.RunAsync(
            BuildSettings.RepositoryRoot,
            ["pack", $"src/{project}", "--no-build", "-c", BuildSettings.Configuration, "-o", folder, $"-p:PackageVersion={Version}", .. options]);
        return new(Path.Combine(folder, $"{project}.{Version}.nupkg"), result.Succeeds().Output);
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
