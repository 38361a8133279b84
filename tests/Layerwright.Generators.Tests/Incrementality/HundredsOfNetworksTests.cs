using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Incrementality;

/// <summary>A project of two hundred networks: a keystroke plans what it changed and nothing else, and reads little beside what the compiler reads.</summary>
public class HundredsOfNetworksTests
{
    private const int Count = 200, Layers = 8;
    private const string Edited = "File0.cs", Unrelated = "File200.cs", Body = "{ int Own() => 1; }";

    private static readonly CSharpCompilation s_project = Project(Count);

    private static readonly CSharpCompilation s_elsewhere = s_project.WithFile(Unrelated, "class Unrelated { void Method() { int edited = 1; } }");

    private static readonly GeneratorRun s_first = GeneratorRun.Of(s_project);

    [Fact]
    public void An_edit_elsewhere_plans_nothing_and_looks_for_networks_in_no_other_file()
    {
        var again = s_first.Again(s_elsewhere);

        AssertPlanned(again, 0);
        AssertFilesSearched(again, 0);
    }

    [Fact]
    public void An_edit_of_a_method_of_a_networks_own_plans_nothing_and_looks_for_networks_in_that_file_alone()
    {
        var again = s_first.Again(s_project.WithFile(Edited, Network(0).Replace(Body, "{ int Own() => 2; }", StringComparison.Ordinal)));

        AssertPlanned(again, 0);
        AssertFilesSearched(again, 1);
    }

    [Fact]
    public void An_edited_layer_plans_one_network()
    {
        var again = s_first.Again(s_project.WithFile(Edited, Network(0).Replace("[ReLU]", "[Tanh]", StringComparison.Ordinal)));

        AssertPlanned(again, 1);
        Assert.Equal(["Net0.g.cs"], again.Sources.Where(source => source.Value != s_first.Sources[source.Key]).Select(source => source.Key));
    }

    [Fact]
    public void Every_network_is_read_once_for_a_keystroke()
    {
        var again = s_first.Again(s_elsewhere);

        Assert.Equal(Count, again.Reasons("result_ForAttributeWithMetadataName").Length);
        Assert.Equal(Count, again.Reasons(TrackingNames.Declaration).Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public void A_keystroke_allocates_little_beside_what_the_compiler_allocates_to_bind_the_attributes(int networks)
    {
        var elsewhere = Project(networks).WithFile($"File{networks}.cs", "class Unrelated { void Method() { int edited = 1; } }");
        var ours = Warm(new NetworkGenerator(), elsewhere);
        var compiler = Warm(new NetworkNames(), elsewhere);

        long bound = Allocated(compiler, elsewhere);

        Assert.InRange(bound, networks * 1024, long.MaxValue);
        Assert.InRange(Allocated(ours, elsewhere), bound, bound * 3 / 2);
    }

    private static CSharpCompilation Project(int networks) =>
        SourceCompilation.Create([.. Enumerable.Range(0, networks).Select(Network), "class Unrelated { void Method() { } }"]);

    private static string Network(int number) => Networks.Deep($"Net{number}", Layers).Replace($"Net{number};", $"Net{number} {Body}", StringComparison.Ordinal);

    private static void AssertPlanned(GeneratorRun again, int changed)
    {
        Assert.Equal(Count, again.OutputReasons.Length);
        Assert.Equal(changed, again.OutputReasons.Count(reason => reason != IncrementalStepRunReason.Cached));
        Assert.Equal(Count, again.Reasons(TrackingNames.Source).Length);
        Assert.Equal(changed, again.Reasons(TrackingNames.Source).Count(reason => reason != IncrementalStepRunReason.Cached));
    }

    private static void AssertFilesSearched(GeneratorRun again, int changed) =>
        Assert.Equal(changed, again.Reasons("result_ForAttributeInternal").Count(reason => reason != IncrementalStepRunReason.Cached));

    private static GeneratorDriver Warm(IIncrementalGenerator generator, CSharpCompilation project) => CSharpGeneratorDriver
        .Create([generator.AsSourceGenerator()], parseOptions: SourceCompilation.ParseOptions, optionsProvider: new ProjectSettings())
        .RunGenerators(project);

    // The first run makes what stays.
    private static long Allocated(GeneratorDriver driver, CSharpCompilation project)
    {
        driver.RunGenerators(project.Clone());
        var edited = project.Clone();
        long before = GC.GetAllocatedBytesForCurrentThread();
        driver.RunGenerators(edited);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
