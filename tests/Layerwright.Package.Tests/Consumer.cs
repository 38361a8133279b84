namespace Layerwright.Package.Tests;

/// <summary>A user's project on disk: outside the repository, with its own package folder and nothing but the package.</summary>
internal sealed class Consumer
{
    private readonly string _project;

    public Consumer(string directory, string name, string feed, string version, (string File, string Text)[] sources)
    {
        Folder = directory;
        _project = name + ".csproj";
        Directory.CreateDirectory(directory);
        Write(_project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Layerwright" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        UseSources(feed, clearOthers: true);
        foreach (var (file, text) in sources)
        {
            Write(file, text);
        }
    }

    public string Folder { get; }

    /// <summary>Writes which sources packages come from. Our package never reaches the machine's own cache.</summary>
    /// <param name="feed">The feed with our package.</param>
    /// <param name="clearOthers">True to restore without the machine's sources, so without a network.</param>
    public void UseSources(string feed, bool clearOthers) => Write("nuget.config", $"""
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
            <add key="layerwright" value="{feed}" />
          </packageSources>
        </configuration>
        """);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text + "\n");

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public Task<CommandResult> RunAsync(params string[] arguments) => Dotnet.RunAsync(Folder, arguments);

    public Task<CommandResult> BuildAsync(params string[] arguments) => RunAsync(["build", _project, .. arguments]);

    /// <summary>What the consumer's generated files are, by name; they are where <c>EmitCompilerGeneratedFiles</c> puts them.</summary>
    public IEnumerable<string> GeneratedFiles(string folder = "obj") =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.g.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains("Layerwright.Generators", StringComparison.Ordinal));
}
