using Layerwright.Testing.Snapshots;

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
    public async Task The_example_of_the_readme_trains_and_predicts_as_it_stands_and_its_other_code_runs()
    {
        var consumer = await fixture.CreateConsumerAsync("Example", ("Program.cs", Readme.Example));
        (await consumer.BuildAsync("-warnaserror")).Succeeds();
        var run = (await consumer.RunAsync("run", "--no-build")).Succeeds();
        string[] shown = Readme.Blocks.First(block => block.Heading == "The first network" && block.Language.Length == 0).Code.Trim().Split('\n');
        Assert.StartsWith(shown[0].Split(',')[0][..^7], run.Output, StringComparison.Ordinal);
        Assert.All(shown.Where(line => line.Contains("Dense", StringComparison.Ordinal)), line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
        Assert.Contains("lies on arm 0", run.Output, StringComparison.Ordinal);

        consumer.Write("Program.cs", "Pieces.Run();");
        foreach (var (file, text) in Readme.Pieces)
        {
            consumer.Write(file, text);
        }

        (await consumer.BuildAsync("-warnaserror")).Succeeds();
        run = (await consumer.RunAsync("run", "--no-build")).Succeeds();
        Assert.Matches(@"size 0\.5: at most (1\.9|2\.[0-4])\d in nine cases of ten \(in truth 2\.15\)", run.Output);
    }

    [Fact(Explicit = true)]
    public async Task The_build_warns_of_every_fault_with_a_link_to_its_page()
    {
        var consumer = await fixture.CreateConsumerAsync(
            "Warned", ("OldFashioned.cs", Sources.OldFashioned), ("Program.cs", Sources.TrainOldFashioned));
        var build = (await consumer.BuildAsync()).Succeeds();
        SaysWithLink(build, "warning", "LW2001", "LW3001", "LW4001", "LW4003");
    }

    [Fact(Explicit = true)]
    public async Task The_build_stops_where_no_code_can_be_written_and_links_to_the_page_that_says_why()
    {
        var consumer = await fixture.CreateConsumerAsync(
            "Stopped", ("OldFashioned.cs", Sources.Forgotten), ("Program.cs", Sources.TrainOldFashioned));
        var build = await consumer.BuildAsync();
        Assert.NotEqual(0, build.ExitCode);
        SaysWithLink(build, "error", "LW0001", "LW1002");
    }

    [Fact(Explicit = true)]
    public async Task Generated_files_are_written_when_asked_for_and_are_the_accepted_ones()
    {
        var consumer = await fixture.CreateConsumerAsync("Emitted", ("Xor.cs", Sources.Xor), ("Program.cs", Sources.TrainXor));
        (await consumer.BuildAsync()).Succeeds();
        Assert.Empty(consumer.GeneratedFiles());

        // The build is up to date but for the files, as that of a user who has run the program before.
        (await consumer.BuildAsync("-p:EmitCompilerGeneratedFiles=true")).Succeeds();
        string file = Assert.Single(consumer.GeneratedFiles());
        Assert.Equal("Xor.g.cs", Path.GetFileName(file));
        string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Snapshot.Verify(new Dictionary<string, string> { ["Xor.g.cs"] = text });
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

    private static void SaysWithLink(CommandResult build, string severity, params string[] ids)
    {
        var lines = build.Output.Split('\n');
        foreach (string id in ids)
        {
            var said = lines.FirstOrDefault(line => line.Contains($"{severity} {id}:", StringComparison.Ordinal));
            Assert.True(said is not null, $"No {severity} {id} in:\n{build}");
            Assert.Contains("OldFashioned.cs(", said, StringComparison.Ordinal);
            Assert.Contains($"({BuildSettings.RepositoryUrl}/", said, StringComparison.Ordinal);
            Assert.Contains($"analyzers/docs/rules/{id}.md)", said, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(BuildSettings.RepositoryRoot, "analyzers", "docs", "rules", id + ".md")));
        }
    }
}
