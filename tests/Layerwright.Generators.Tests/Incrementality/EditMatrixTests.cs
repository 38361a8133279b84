using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Incrementality;

/// <summary>What is done again after an edit, and what is not.</summary>
public class EditMatrixTests
{
    private const string NetworkFile = "File0.cs", BlockFile = "File1.cs", OtherNetworkFile = "File2.cs", UnrelatedFile = "File3.cs";

    private static readonly CSharpCompilation s_project = SourceCompilation.Create(
        Networks.AroundBlock, Networks.Block, Networks.Mlp, "class Unrelated { void Method() { } }");

    [Fact]
    public void An_equal_compilation_is_all_cached()
    {
        var again = GeneratorRun.Of(s_project).EnsureClean().Again();

        Assert.All(again.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.NotEmpty(again.OutputReasons);
        foreach (string step in new[] { TrackingNames.Declaration, TrackingNames.Alike, TrackingNames.Source })
        {
            Assert.NotEmpty(again.Reasons(step));
            Assert.All(again.Reasons(step), AssertNotNew);
        }
    }

    [Fact]
    public void An_unrelated_file_changes_nothing() =>
        AssertUntouched(s_project.WithFile(UnrelatedFile, "class Unrelated { void Method() { int edited = 1; } }"));

    [Fact]
    public void A_comment_in_the_network_changes_nothing() =>
        AssertUntouched(s_project.WithFile(NetworkFile, Networks.AroundBlock.Replace("[ReLU]", "// a thought\n[ReLU]", StringComparison.Ordinal)));

    [Fact]
    public void Whitespace_changes_nothing() =>
        AssertUntouched(s_project.WithFile(NetworkFile, Networks.AroundBlock.Replace("[Dense(3)]", "[ Dense( 3 ) ]\n\n", StringComparison.Ordinal)));

    [Fact]
    public void A_member_of_ones_own_changes_no_output()
    {
        string edited = Networks.AroundBlock.Replace("class Outer;", "class Outer { public int Mine => 1; }", StringComparison.Ordinal);

        AssertOutputsUntouched(GeneratorRun.Of(s_project).Again(s_project.WithFile(NetworkFile, edited)));
    }

    [Fact]
    public void The_order_of_files_changes_no_output()
    {
        var trees = s_project.SyntaxTrees;
        var reordered = s_project.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Reverse());
        var first = GeneratorRun.Of(s_project);

        var again = first.Again(reordered);

        Assert.Equal(first.Sources, again.Sources);
        Assert.Equal(first.Sources, GeneratorRun.Of(reordered).Sources);
    }

    [Fact]
    public void A_changed_layer_writes_its_network_alone_again()
    {
        string edited = Networks.AroundBlock.Replace("[Dense(3)]", "[Dense(5)]", StringComparison.Ordinal);

        AssertOneModified(s_project.WithFile(NetworkFile, edited), "Zoo.Outer.g.cs");
    }

    [Fact]
    public void A_block_edited_in_another_file_writes_its_users_again()
    {
        string edited = Networks.Block.Replace("[ReLU]", "[Tanh]", StringComparison.Ordinal);

        AssertOneModified(s_project.WithFile(BlockFile, edited), "Zoo.Outer.g.cs");
    }

    [Fact]
    public void A_second_network_is_new_and_the_first_ones_stay()
    {
        var first = GeneratorRun.Of(s_project);

        var again = first.Again(s_project.AddSyntaxTrees(SourceCompilation.Parse(Networks.Deep("Added", 3), "Added.cs")));

        Assert.Equal(1, again.OutputReasons.Count(reason => reason == IncrementalStepRunReason.New));
        Assert.Equal(2, again.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(first.Sources, again.Sources.Where(source => source.Key != "Added.g.cs").ToDictionary());
    }

    [Fact]
    public void A_network_that_goes_takes_its_file_along()
    {
        var again = GeneratorRun.Of(s_project).Again(s_project.WithFile(OtherNetworkFile, ""));

        Assert.Equal(["Zoo.Outer.g.cs"], again.Sources.Keys);
    }

    private static void AssertUntouched(CSharpCompilation edited)
    {
        var again = GeneratorRun.Of(s_project).Again(edited);
        Assert.All(again.Reasons(TrackingNames.Declaration), AssertNotNew);
        AssertOutputsUntouched(again);
    }

    private static void AssertOutputsUntouched(GeneratorRun again)
    {
        Assert.Equal(2, again.OutputReasons.Length);
        Assert.All(again.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertOneModified(CSharpCompilation edited, string hintName)
    {
        var first = GeneratorRun.Of(s_project);

        var again = first.Again(edited).EnsureClean();

        Assert.Equal(1, again.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal([hintName], again.Sources.Where(source => source.Value != first.Sources[source.Key]).Select(source => source.Key));
    }

    private static void AssertNotNew(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());
}
