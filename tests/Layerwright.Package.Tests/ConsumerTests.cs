namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed class ConsumerTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task A_project_with_nothing_but_the_package_builds_trains_saves_and_predicts()
    {
        var consumer = await fixture.CreateConsumerAsync("Trains", ("Xor.cs", Sources.Xor), ("Program.cs", Sources.TrainXor));
        (await consumer.BuildAsync("-warnaserror")).Succeeds();
        var run = (await consumer.RunAsync("run", "--no-build")).Succeeds();
        Assert.Equal("learned, 4 of 4 right", run.Output.Trim());
    }

    [Fact(Explicit = true)]
    public async Task The_example_of_the_readme_trains_and_predicts_as_it_stands()
    {
        var consumer = await fixture.CreateConsumerAsync("Example", ("Program.cs", Readme.Example));
        foreach (string file in (string[])["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"])
        {
            File.Copy(Path.Combine(SampleTests.Images, file), Path.Combine(consumer.Folder, file));
        }

        (await consumer.BuildAsync("-warnaserror")).Succeeds();
        var run = (await consumer.RunAsync("run", "--no-build")).Succeeds();
        string[] lines = run.Output.Trim().Split('\n');
        Assert.StartsWith("1,000 rows: loss ", lines[0], StringComparison.Ordinal);
        Assert.InRange(int.Parse(lines[^1]), 0, 9);
    }

    [Fact(Explicit = true)]
    public async Task The_build_warns_of_the_three_faults_with_a_link_to_each_page()
    {
        var consumer = await fixture.CreateConsumerAsync(
            "Warned", ("OldFashioned.cs", Sources.OldFashioned), ("Program.cs", Sources.TrainOldFashioned));
        var build = (await consumer.BuildAsync()).Succeeds();
        var lines = build.Output.Split('\n');
        foreach (var id in (string[])["LW2001", "LW3001", "LW4001"])
        {
            var warning = lines.FirstOrDefault(line => line.Contains($"warning {id}:", StringComparison.Ordinal));
            Assert.True(warning is not null, $"No {id} in:\n{build}");
            Assert.Contains("OldFashioned.cs(", warning, StringComparison.Ordinal);
            Assert.Contains($"({BuildSettings.RepositoryUrl}/", warning, StringComparison.Ordinal);
            Assert.Contains($"analyzers/docs/rules/{id}.md)", warning, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(BuildSettings.RepositoryRoot, "analyzers", "docs", "rules", id + ".md")));
        }
    }

    [Fact(Explicit = true)]
    public async Task Generated_files_are_written_when_asked_for()
    {
        var consumer = await fixture.CreateConsumerAsync("Emitted", ("Xor.cs", Sources.Xor), ("Program.cs", Sources.TrainXor));
        (await consumer.BuildAsync("-p:EmitCompilerGeneratedFiles=true")).Succeeds();
        var file = Assert.Single(consumer.GeneratedFiles());
        Assert.Equal("Xor.g.cs", Path.GetFileName(file));
        Assert.Contains("partial class Xor", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Generated_files_kept_in_the_project_are_not_compiled_a_second_time()
    {
        var consumer = await fixture.CreateConsumerAsync("Kept", ("Xor.cs", Sources.Xor), ("Program.cs", Sources.TrainXor));
        string[] options = ["-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=Generated"];
        (await consumer.BuildAsync(options)).Succeeds();
        Assert.Single(consumer.GeneratedFiles("Generated"));
        (await consumer.BuildAsync([.. options, "--no-incremental"])).Succeeds();
    }
}
