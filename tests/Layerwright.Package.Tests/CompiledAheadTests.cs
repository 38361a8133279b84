using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Layerwright.Package.Tests;

/// <summary>The compiler's plug-ins compiled ahead: without them a first build spends more time on compiling them than they take to work.</summary>
[Trait("Category", "Package")]
public sealed class CompiledAheadTests(PackageFixture fixture)
{
    /// <summary>A platform that .NET does not run on.</summary>
    private const string Unknown = "plan9-x64";

    private static readonly string s_ahead = $"tools/{BuildSettings.SdkPlatform}/", s_everywhere = "analyzers/dotnet/cs/";

    [Theory(Explicit = true)]
    [InlineData("Analyzers", true)]
    [InlineData("CodeModel", true)]
    [InlineData("Generators", true)]
    [InlineData("CodeFixes", false)]
    public async Task A_plug_in_that_a_compiler_runs_is_compiled_ahead_from_the_very_assembly_that_runs_everywhere(string name, bool isCompiled)
    {
        await fixture.NeedCompiledAheadAsync();
        var files = new PackedFiles(await fixture.GetPackageAsync());
        using PEReader ahead = Open(s_ahead), everywhere = Open(s_everywhere);
        Assert.Equal(Version(everywhere), Version(ahead));
        Assert.Equal(isCompiled, HasNativeCode(ahead));
        Assert.False(HasNativeCode(everywhere));

        PEReader Open(string folder) => new(ImmutableArray.Create(files.Bytes($"{folder}Layerwright.{name}.dll")));
    }

    [Fact(Explicit = true)]
    public async Task A_build_of_the_command_line_takes_them_and_an_editor_another_platform_and_who_wants_none_those_that_run_everywhere()
    {
        await fixture.NeedCompiledAheadAsync();
        var consumer = await fixture.CreateConsumerAsync("Ahead", ("Xor.cs", Sources.Xor), ("Program.cs", Sources.TrainXor));
        (await consumer.RunAsync("restore")).Succeeds();
        await TakesAsync(s_ahead);
        await TakesAsync(s_everywhere, "-p:DesignTimeBuild=true");
        await TakesAsync(s_everywhere, $"-p:NETCoreSdkPortableRuntimeIdentifier={Unknown}");
        await TakesAsync(s_everywhere, "-p:LayerwrightCompiledAhead=false");
        await TakesAsync(s_ahead, "-p:LayerwrightCompiledAhead=true");

        async Task TakesAsync(string folder, params string[] options)
        {
            var result = (await consumer.RunAsync(["msbuild", "Ahead.csproj", "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer", .. options])).Succeeds();
            using var items = JsonDocument.Parse(result.Output);
            var files = items.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
                .Select(item => item.GetProperty("FullPath").GetString()!)
                .Where(path => Path.GetFileName(path).StartsWith("Layerwright.", StringComparison.Ordinal))
                .ToList();
            Assert.Equal(4, files.Count);
            Assert.All(files, file => Assert.EndsWith($"/{folder}{Path.GetFileName(file)}", file, StringComparison.Ordinal));
        }
    }

    [Fact(Explicit = true)]
    public async Task Where_their_compiler_cannot_be_restored_the_package_is_made_without_them_and_says_so()
    {
        await fixture.GetPackageAsync();
        string none = Directory.CreateDirectory(Path.Combine(fixture.Workspace, "none")).FullName;

        var packing = await fixture.PackAsync(
            "Layerwright", Path.Combine(fixture.Workspace, "without"), $"-p:NETCoreSdkPortableRuntimeIdentifier={Unknown}", $"-p:RestoreSources={none}");

        Assert.False(packing.HasCompiledAhead);
        var names = new PackedFiles(packing.File).Names;
        Assert.DoesNotContain(names, name => name.StartsWith("tools/", StringComparison.Ordinal));
        Assert.Contains($"{s_everywhere}Layerwright.Generators.dll", names);
    }

    /// <summary>The identity that the compiler gave the module.</summary>
    private static Guid Version(PEReader module)
    {
        var metadata = module.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static bool HasNativeCode(PEReader module) => module.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
}
