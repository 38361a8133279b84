using System.Buffers.Binary;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Layerwright.Package.Tests;

/// <summary>What is in the two packages, file by file, and what they say of themselves.</summary>
[Trait("Category", "Package")]
public sealed partial class PackageContentTests(PackageFixture fixture)
{
    /// <summary>What each package of the platform's format has.</summary>
    private static readonly string[] Common =
        ["LICENSE", "README.md", "[Content_Types].xml", "_rels/.rels", "icon.png", "package/services/metadata/core-properties/nuget.psmdcp"];

    [Fact(Explicit = true)]
    public async Task The_package_holds_the_run_time_the_compiler_and_what_describes_them_and_nothing_else()
    {
        string[] own =
        [
            "Layerwright.nuspec",
            "analyzers/dotnet/cs/Layerwright.Analyzers.dll",
            "analyzers/dotnet/cs/Layerwright.CodeFixes.dll",
            "analyzers/dotnet/cs/Layerwright.CodeModel.dll",
            "analyzers/dotnet/cs/Layerwright.Generators.dll",
            "buildTransitive/Layerwright.props",
            "buildTransitive/Layerwright.targets",
            "lib/net10.0/Layerwright.dll",
            "lib/net10.0/Layerwright.xml",
        ];
        string[] ahead = await fixture.HasCompiledAheadAsync()
            ? [.. new[] { "Analyzers", "CodeFixes", "CodeModel", "Generators" }.Select(name => $"tools/{BuildSettings.SdkPlatform}/Layerwright.{name}.dll")]
            : [];
        Assert.Equal([.. own.Concat(ahead).Concat(Common).Order(StringComparer.Ordinal)], new PackedFiles(await fixture.GetPackageAsync()).Names);
    }

    [Fact(Explicit = true)]
    public async Task The_templates_package_holds_a_project_and_a_class_and_nothing_else()
    {
        string[] own =
        [
            "Layerwright.Templates.nuspec",
            "content/layerwright/.template.config/dotnetcli.host.json",
            "content/layerwright/.template.config/icon.png",
            "content/layerwright/.template.config/ide.host.json",
            "content/layerwright/.template.config/template.json",
            "content/layerwright/Data/README.md",
            "content/layerwright/Data/penguins.csv",
            "content/layerwright/LayerwrightClassifier.csproj",
            "content/layerwright/PenguinNet.cs",
            "content/layerwright/Program.cs",
            "content/layerwright-network/.template.config/dotnetcli.host.json",
            "content/layerwright-network/.template.config/icon.png",
            "content/layerwright-network/.template.config/ide.host.json",
            "content/layerwright-network/.template.config/template.json",
            "content/layerwright-network/LayerwrightNetwork.cs",
        ];
        Assert.Equal([.. own.Concat(Common).Order(StringComparer.Ordinal)], new PackedFiles(await fixture.GetTemplatesAsync()).Names);
    }

    [Fact(Explicit = true)]
    public async Task The_package_depends_on_nothing_but_the_vector_maths_and_the_templates_on_nothing()
    {
        var group = Assert.Single(Named(new PackedFiles(await fixture.GetPackageAsync()).Metadata(), "group"));
        Assert.Equal("net10.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal("System.Numerics.Tensors", Assert.Single(group.Elements()).Attribute("id")?.Value);

        var templates = new PackedFiles(await fixture.GetTemplatesAsync()).Metadata();
        Assert.Empty(Named(templates, "dependency"));
        Assert.Equal("Template", Assert.Single(Named(templates, "packageType")).Attribute("name")?.Value);
    }

    [Theory(Explicit = true)]
    [InlineData("Layerwright")]
    [InlineData("Layerwright.Templates")]
    public async Task A_package_states_its_licence_its_source_with_the_commit_its_readme_and_its_icon(string id)
    {
        var files = new PackedFiles(await (id == "Layerwright" ? fixture.GetPackageAsync() : fixture.GetTemplatesAsync()));
        var metadata = files.Metadata();
        Assert.Equal(id, Value("id"));
        Assert.Equal(fixture.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal(BuildSettings.RepositoryUrl, Value("projectUrl"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.InRange(Value("description").Length, 100, 4000);
        Assert.StartsWith(BuildSettings.Version + ": ", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.Contains("neural-network", Value("tags").Split(' '));

        var repository = Assert.Single(Named(metadata, "repository"));
        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal(BuildSettings.RepositoryUrl, repository.Attribute("url")?.Value);
        Assert.Matches(Commit(), repository.Attribute("commit")?.Value);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(BuildSettings.RepositoryRoot, "LICENSE")), files.Text("LICENSE"));
        Assert.Equal((128, 128), SizeOfPng(files.Bytes("icon.png")));
        Assert.InRange(files.Bytes("icon.png").Length, 100, 16_384);

        string Value(string name) => Assert.Single(Named(metadata, name)).Value;
    }

    [Fact(Explicit = true)]
    public async Task The_documentation_of_every_member_is_in_the_package_and_its_references_lead_somewhere()
    {
        var documentation = XDocument.Parse(new PackedFiles(await fixture.GetPackageAsync()).Text("lib/net10.0/Layerwright.xml"));
        var members = documentation.Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            typeof(LayerAttribute).Assembly.GetExportedTypes().Select(type => "T:" + type.FullName!.Replace('+', '.')).ToHashSet(StringComparer.Ordinal),
            members);

        // The compiler marks what it could not resolve.
        Assert.DoesNotContain(documentation.Descendants().Attributes("cref"), reference => reference.Value.StartsWith("!:", StringComparison.Ordinal));
    }

    private static IEnumerable<XElement> Named(XElement metadata, string name) => metadata.Descendants().Where(e => e.Name.LocalName == name);

    /// <summary>Width and height from the first chunk of a PNG file.</summary>
    private static (int Width, int Height) SizeOfPng(ReadOnlySpan<byte> file)
    {
        Assert.True(file[0] == 0x89 && file[1..4].SequenceEqual("PNG"u8), "The icon is no PNG file.");
        return (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
    }

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex Commit();
}
