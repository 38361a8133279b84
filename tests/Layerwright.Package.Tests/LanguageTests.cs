namespace Layerwright.Package.Tests;

/// <summary>Networks are declared in C#; whoever uses them may write another language of .NET.</summary>
[Trait("Category", "Package")]
public sealed class LanguageTests(PackageFixture fixture)
{
    private const string Towers = """<ProjectReference Include="../Towers/Towers.csproj" />""";
    private const string Plain = "<Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>";

    [Fact(Explicit = true)]
    public async Task Programs_in_FSharp_and_Visual_Basic_train_networks_of_a_CSharp_project()
    {
        var folder = await fixture.CreateFolderAsync("Languages");
        folder.Write("Towers/Towers.cs", TowersSources.Library);
        folder.Write("Towers/Towers.csproj", new ProjectFile(folder.Package) { OutputType = "Library" }.ToString());
        folder.Write("Sharp/Program.fs", TowersSources.FSharp);
        folder.Write("Sharp/Sharp.fsproj", new ProjectFile($"""<Compile Include="Program.fs" />{Towers}{folder.Package}""") { Properties = Plain }.ToString());
        folder.Write("Basic/Program.vb", TowersSources.VisualBasic);
        folder.Write("Basic/Basic.vbproj", new ProjectFile(Towers) { Properties = Plain }.ToString());
        folder.Write("Languages.slnx", """
            <Solution>
              <Project Path="Basic/Basic.vbproj" />
              <Project Path="Sharp/Sharp.fsproj" />
            </Solution>
            """);

        var build = (await folder.RunAsync("build", "Languages.slnx")).Succeeds();
        foreach (string name in (string[])["Sharp", "Basic"])
        {
            Assert.Equal("4 of 4 right", (await folder.RunBuiltAsync(name)).Succeeds().Output.Trim());
        }

        // Only the one that references the package itself might think of declaring networks.
        var warning = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("warning LW0013:", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct());
        Assert.Contains("Sharp.fsproj", warning, StringComparison.Ordinal);
        Assert.Contains("compiled as F#: declare them in a C# project and reference it", warning, StringComparison.Ordinal);
        Assert.Contains($"({BuildSettings.RepositoryUrl}/blob/main/analyzers/docs/rules/LW0013.md)", warning, StringComparison.Ordinal);
    }
}
