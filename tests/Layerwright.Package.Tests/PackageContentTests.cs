using System.IO.Compression;
using System.Xml.Linq;

namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed class PackageContentTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task The_package_holds_the_run_time_the_compiler_and_what_describes_them_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(await fixture.GetPackageAsync());
        var entries = package.Entries.Select(e => e.FullName)
            .Where(name => !name.StartsWith("package/services/metadata/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "Layerwright.nuspec",
                "README.md",
                "[Content_Types].xml",
                "_rels/.rels",
                "analyzers/dotnet/cs/Layerwright.Analyzers.dll",
                "analyzers/dotnet/cs/Layerwright.CodeFixes.dll",
                "analyzers/dotnet/cs/Layerwright.CodeModel.dll",
                "analyzers/dotnet/cs/Layerwright.Generators.dll",
                "buildTransitive/Layerwright.props",
                "buildTransitive/Layerwright.targets",
                "lib/net10.0/Layerwright.dll",
                "lib/net10.0/Layerwright.xml",
            ],
            entries);
    }

    [Fact(Explicit = true)]
    public async Task The_package_depends_on_nothing_but_the_vector_maths()
    {
        var groups = (await ReadMetadataAsync()).Descendants().Where(e => e.Name.LocalName == "group");
        var group = Assert.Single(groups);
        Assert.Equal("net10.0", group.Attribute("targetFramework")?.Value);
        var dependency = Assert.Single(group.Elements());
        Assert.Equal("System.Numerics.Tensors", dependency.Attribute("id")?.Value);
    }

    [Fact(Explicit = true)]
    public async Task The_package_states_its_licence_its_source_and_its_readme()
    {
        var metadata = await ReadMetadataAsync();
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal(BuildSettings.RepositoryUrl, Value("projectUrl"));
        Assert.Equal(fixture.Version, Value("version"));
        Assert.NotEmpty(Value("description"));

        string Value(string name) => metadata.Descendants().Single(e => e.Name.LocalName == name).Value;
    }

    private async Task<XDocument> ReadMetadataAsync()
    {
        using var package = ZipFile.OpenRead(await fixture.GetPackageAsync());
        using var nuspec = package.GetEntry("Layerwright.nuspec")!.Open();
        return await XDocument.LoadAsync(nuspec, LoadOptions.None, TestContext.Current.CancellationToken);
    }
}
