namespace Layerwright.Package.Tests;

/// <summary>A user's folder on disk: outside the repository, with its own package folder, and our package as the only one to be had.</summary>
internal class ConsumerFolder
{
    public ConsumerFolder(string directory, string feed, string version)
    {
        Folder = directory;
        Feed = feed;
        Package = $"""<PackageReference Include="Layerwright" Version="{version}" />""";
        Directory.CreateDirectory(directory);
        UseSources(clearOthers: true);
    }

    public string Folder { get; }

    /// <summary>The folder that packages come from.</summary>
    public string Feed { get; }

    /// <summary>The reference to the package, as it stands in a project file.</summary>
    public string Package { get; }

    /// <summary>Writes which sources packages come from. Our package never reaches the machine's own cache.</summary>
    /// <param name="clearOthers">True to restore without the machine's sources, so without a network.</param>
    public void UseSources(bool clearOthers) => Write("nuget.config", $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="packages" />
          </config>
          <fallbackPackageFolders>
            <add key="machine" value="{BuildSettings.GlobalPackages}" />
          </fallbackPackageFolders>
          <packageSources>
            {(clearOthers ? "<clear />" : "")}
            <add key="layerwright" value="{Feed}" />
          </packageSources>
        </configuration>
        """);

    /// <summary>Writes a file, in a folder below where its name says so.</summary>
    public void Write(string file, string text)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public Task<CommandResult> RunAsync(params string[] arguments) => Dotnet.RunAsync(Folder, arguments);

    /// <summary>Runs a command on a machine of another culture, given by the name that a shell knows.</summary>
    public Task<CommandResult> RunInCultureAsync(string culture, params string[] arguments) => Dotnet.RunInCultureAsync(culture, Folder, arguments);

    /// <summary>Runs the program that a project's Debug build left.</summary>
    public Task<CommandResult> RunBuiltAsync(string name) => RunAsync(BuiltFile(name, "Debug"));

    /// <summary>The assembly that a build of <c>name/name.csproj</c> left.</summary>
    public string BuiltFile(string name, string configuration) => Path.Combine(Folder, name, "bin", configuration, "net10.0", name + ".dll");

    /// <summary>The generated files below a folder, where a build was told to leave them.</summary>
    public IEnumerable<string> GeneratedFiles(string folder = "obj") =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.g.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains("Layerwright.Generators", StringComparison.Ordinal));
}
