namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed class XorSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task It_learns_all_four_rows()
    {
        var run = (await Samples.RunAsync(fixture, "Xor")).Succeeds();

        Assert.Contains("0 xor 0 = 0, 0 xor 1 = 1\n1 xor 0 = 1, 1 xor 1 = 0\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^loss after 1, 50 and 500 epochs: 0\.\d{3}, 0\.\d{3}, 0\.0\d{2}\s*$", run.Output);
    }

    [Fact]
    public void Program_and_network_together_are_twenty_lines_at_most()
    {
        string program = Path.Combine(BuildSettings.RepositoryRoot, "samples", "Xor", "Program.cs");

        Assert.InRange(File.ReadAllLines(program).Length, 1, 20);
        Assert.Equal([program], Directory.EnumerateFiles(Path.GetDirectoryName(program)!, "*.cs"));
    }
}
