using Layerwright.Testing.Snapshots;

namespace Layerwright.Generators.Tests.Snapshots;

/// <summary>The snapshot helper itself: Verify's conventions, and what CI refuses.</summary>
public sealed class SnapshotHelperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Stem => Path.Combine(_folder, "Class.Test");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_text_is_a_mismatch_and_leaves_a_received_file()
    {
        Assert.NotEmpty(Compare("text", accept: false));
        Assert.Equal("text\n", File.ReadAllText($"{Stem}#Hint.g.received.cs"));
        Assert.False(File.Exists($"{Stem}#Hint.g.verified.cs"));
    }

    [Fact]
    public void An_accepted_text_matches_whatever_its_line_endings()
    {
        Assert.Empty(Compare("one\r\ntwo", accept: true));
        Assert.Empty(Compare("one\ntwo\n", accept: false));
        Assert.False(File.Exists($"{Stem}#Hint.g.received.cs"));
    }

    [Fact]
    public void A_changed_text_names_the_first_line_that_differs()
    {
        Compare("one\ntwo", accept: true);

        Assert.Contains("line 2", Assert.Single(Compare("one\nthree", accept: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_file_that_is_no_longer_generated_is_a_mismatch()
    {
        Compare("text", accept: true);

        Assert.Single(Snapshot.Compare(Stem, new Dictionary<string, string>(), accept: false));
    }

    [Fact]
    public void Accepting_in_CI_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Snapshot.IsAccepting(name => name == "CI" ? "true" : "1"));
        Assert.True(Snapshot.IsAccepting(name => name == "CI" ? null : "1"));
        Assert.False(Snapshot.IsAccepting(_ => null));
    }

    [Fact]
    public void The_version_is_scrubbed() => Assert.Equal(
        """[global::System.CodeDom.Compiler.GeneratedCode("Layerwright.Generators", "VERSION")]""",
        Snapshot.Scrub("""[global::System.CodeDom.Compiler.GeneratedCode("Layerwright.Generators", "1.2.3.4")]"""));

    private IReadOnlyList<string> Compare(string text, bool accept) =>
        Snapshot.Compare(Stem, new Dictionary<string, string> { [$"{Stem}#Hint.g"] = text }, accept);
}
