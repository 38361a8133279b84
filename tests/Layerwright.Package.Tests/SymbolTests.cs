using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>The symbols within the packed assemblies: a debugger finds each source at the repository, or in the symbols themselves.</summary>
[Trait("Category", "Package")]
public sealed partial class SymbolTests(PackageFixture fixture)
{
    /// <summary>Kinds of debug information, from the specification of the portable PDB format.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A"), EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Assemblies =>
    [
        "lib/net10.0/Layerwright.dll",
        .. ((string[])["Analyzers", "CodeFixes", "CodeModel", "Generators"]).Select(name => $"analyzers/dotnet/cs/Layerwright.{name}.dll"),
    ];

    [Theory(Explicit = true)]
    [MemberData(nameof(Assemblies))]
    public async Task Every_source_of_an_assembly_is_found_at_the_commit_it_was_built_from_or_in_its_symbols(string assembly)
    {
        var files = new PackedFiles(await fixture.GetPackageAsync());
        using var module = new PEReader(ImmutableArray.Create(files.Bytes(assembly)));
        using var symbols = module.ReadEmbeddedPortablePdbDebugDirectoryData(
            module.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = symbols.GetMetadataReader();

        var (from, to) = Assert.Single(Map(reader));
        var target = Target().Match(to);
        Assert.True(target.Success, to);
        Assert.Equal(BuildSettings.RepositoryUrl.Replace("//github.com/", "//raw.githubusercontent.com/", StringComparison.Ordinal), target.Groups["repository"].Value);
        Assert.EndsWith("/*", from, StringComparison.Ordinal);

        // A commit between build and pack would make a package whose page and symbols speak of different sources.
        string commit = files.Metadata().Descendants().Single(e => e.Name.LocalName == "repository").Attribute("commit")!.Value;
        Assert.True(commit == target.Groups["commit"].Value, $"Packed at {commit}, built at {target.Groups["commit"].Value}: build again.");

        var missing = new List<string>();
        int linked = 0;
        foreach (var handle in reader.Documents)
        {
            string name = reader.GetString(reader.GetDocument(handle).Name);
            if (Information(reader, handle, EmbeddedSource) is null)
            {
                bool found = name.StartsWith(from[..^1], StringComparison.Ordinal) && File.Exists(Path.Combine(BuildSettings.RepositoryRoot, name[(from.Length - 1)..]));
                linked++;
                if (!found || name.Contains("/obj/", StringComparison.Ordinal))
                {
                    missing.Add(name);
                }
            }
        }

        Assert.Empty(missing);
        Assert.InRange(linked, 10, int.MaxValue);
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Assemblies))]
    public async Task An_assembly_is_built_to_the_same_bytes_anywhere(string assembly)
    {
        Assert.SkipUnless(BuildSettings.Configuration == "Release", "Only what ships leads back to the repository; a Debug build leads to the sources on disk.");
        byte[] file = new PackedFiles(await fixture.GetPackageAsync()).Bytes(assembly);
        using var module = new PEReader(ImmutableArray.Create(file));

        // The compiler's own mark: its time stamp is a hash of the content. And no path of this machine is content.
        Assert.Contains(module.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        Assert.DoesNotContain(BuildSettings.RepositoryRoot, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain(BuildSettings.RepositoryRoot, Encoding.Unicode.GetString(file), StringComparison.Ordinal);
        using var symbols = module.ReadEmbeddedPortablePdbDebugDirectoryData(
            module.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = symbols.GetMetadataReader();
        Assert.All(reader.Documents, handle => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(handle).Name), StringComparison.Ordinal));
    }

    private static IEnumerable<(string From, string To)> Map(MetadataReader reader)
    {
        byte[]? map = Information(reader, EntityHandle.ModuleDefinition, SourceLink);
        Assert.True(map is not null, "The symbols have no SourceLink.");
        using var json = JsonDocument.Parse(map);
        return [.. json.RootElement.GetProperty("documents").EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!))];
    }

    private static byte[]? Information(MetadataReader reader, EntityHandle parent, Guid kind) => reader.GetCustomDebugInformation(parent)
        .Select(reader.GetCustomDebugInformation)
        .Where(information => reader.GetGuid(information.Kind) == kind)
        .Select(information => reader.GetBlobBytes(information.Value))
        .SingleOrDefault();

    [GeneratedRegex(@"^(?<repository>https://.+)/(?<commit>[0-9a-f]{40})/\*$")]
    private static partial Regex Target();
}
