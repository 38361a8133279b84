using System.IO.Compression;

namespace Layerwright.Package.Tests;

/// <summary>
/// A package of a package: who installs a library of networks gets its networks, and generator and analyzers for their own.
/// </summary>
[Trait("Category", "Package")]
public sealed class LibraryPackageTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task Who_installs_a_library_of_networks_uses_them_and_declares_their_own_with_its_blocks_and_is_advised()
    {
        var folder = await fixture.CreateFolderAsync("Installed");
        const string version = "1.0.0-test";
        folder.Write("Towers/Towers.cs", TowersSources.Library);
        folder.Write("Towers/Towers.csproj", new ProjectFile(folder.Package)
        {
            OutputType = "Library",
            Properties = $"<Version>{version}</Version><IsAotCompatible>true</IsAotCompatible><GenerateDocumentationFile>true</GenerateDocumentationFile>",
        }.ToString());
        (await folder.RunAsync("pack", "Towers", "-o", folder.Feed, "-warnaserror")).Succeeds();
        Assert.Equal(["lib/net10.0/Towers.dll", "lib/net10.0/Towers.xml"], Libraries(Path.Combine(folder.Feed, $"Towers.{version}.nupkg")));

        folder.Write("App/Program.cs", TowersSources.Program);
        folder.Write("App/App.csproj", new ProjectFile($"""<PackageReference Include="Towers" Version="{version}" />""").ToString());
        var build = (await folder.RunAsync("build", "App")).Succeeds();
        Assert.Contains("Program.cs(24,2): warning LW4001:", build.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs(25,2): warning LW2001:", build.Output, StringComparison.Ordinal);

        var run = (await folder.RunBuiltAsync("App")).Succeeds();
        Assert.Equal(["judge learned", "own learned"], run.Output.Trim().Split('\n').Select(line => line.Trim()));
    }

    private static IEnumerable<string> Libraries(string path)
    {
        using var package = ZipFile.OpenRead(path);
        return [.. package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
