namespace Layerwright.Benchmarks;

/// <summary>
/// The samples, and projects of many networks, as a user has them: outside of the repository, with the package. The generated files are
/// kept beside, so that the same program can be built from them without us.
/// </summary>
internal sealed class PackageUsers : IDisposable
{
    private const string Version = "0.0.0-measured";

    private static readonly string s_repository = Path.GetDirectoryName(FileAbove.Find("Generators.sln"))!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("layerwright-users-");

    public PackageUsers()
    {
        DotnetBuild.Run(s_repository, "pack", "src/Layerwright", "-c", "Release", "--no-build", "-v:q", "-o", PathOf("feed"), $"-p:PackageVersion={Version}");
        foreach (string file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig" })
        {
            File.Copy(Path.Combine(s_repository, file), PathOf(file));
        }

        string machine = DotnetBuild.Run(s_repository, "nuget", "locals", "global-packages", "--list").Split(": ", 2)[1].Trim();
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
              <packageSources><clear /><add key="measured" value="feed" /></packageSources>
            </configuration>
            """);

        // In the place of the file that projects of the repository get us by.
        Write("generators/UseLayerwright.props", $"""
            <Project>
              <ItemGroup>
                <PackageVersion Include="Layerwright" Version="{Version}" />
                <PackageReference Include="Layerwright" />
                <Compile Include="$(GeneratedBefore)/**/*.cs" Condition="'$(GeneratedBefore)' != ''" />
              </ItemGroup>
              <Target Name="LeaveOutPlugIns" AfterTargets="LayerwrightUseCompiledAhead" Condition="'$(GeneratedBefore)' != ''">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" Condition="'%(Analyzer.NuGetPackageId)' == 'Layerwright'" />
                </ItemGroup>
              </Target>
            </Project>
            """);
    }

    /// <summary>Copies the samples and returns their projects.</summary>
    public IReadOnlyList<UserProject> AddSamples()
    {
        string samples = Path.Combine(s_repository, "samples");
        foreach (string file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(samples, file);
            if (!name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf("samples", name))!);
                File.Copy(file, PathOf("samples", name));
            }
        }

        return [.. Directory.EnumerateFiles(PathOf("samples"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Project)];
    }

    /// <summary>Writes a project of so many networks.</summary>
    public UserProject AddNetworks(int networks)
    {
        string folder = $"{networks}Networks";
        Write($"{folder}/{folder}.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="../generators/UseLayerwright.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
              </PropertyGroup>
            </Project>
            """);
        for (int i = 0; i < networks; i++)
        {
            Write($"{folder}/Net{i}.cs", NetworkText.Of(i, EditedProject.Layers));
        }

        return Project(PathOf(folder, $"{folder}.csproj"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private UserProject Project(string file) => new(file, PathOf("generated", Path.GetFileNameWithoutExtension(file)));

    private string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([_folder.FullName, .. parts]);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text + "\n");
    }
}
