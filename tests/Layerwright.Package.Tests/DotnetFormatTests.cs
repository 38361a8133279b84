namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed class DotnetFormatTests(PackageFixture fixture)
{
    private static readonly string[] Errors = ["LW0001", "LW1002"];
    private static readonly string[] Advice = ["LW2001", "LW3001", "LW4001", "LW4003"];

    [Fact(Explicit = true)]
    public async Task Dotnet_format_applies_the_fixes_and_the_result_builds_without_warnings_and_trains()
    {
        var consumer = await fixture.CreateConsumerAsync(
            "Formatted", ("OldFashioned.cs", Sources.Forgotten), ("Program.cs", Sources.TrainOldFashioned));
        (await consumer.RunAsync("restore")).Succeeds();

        // A class that is not partial and does not fit together has no code yet, and the advice speaks of code that exists: errors first.
        (await FormatAsync(consumer, Errors)).Succeeds();
        Assert.Contains("public partial class OldFashioned", consumer.Read("OldFashioned.cs"), StringComparison.Ordinal);
        Assert.Contains("[Flatten]\n[Dense(3)]", consumer.Read("OldFashioned.cs").ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // Rules in any order: once a normalisation stands before the ReLU, its Xavier weights are a suggestion only, hence "info".
        (await FormatAsync(consumer, Advice)).Succeeds();

        var source = consumer.Read("OldFashioned.cs");
        Assert.DoesNotContain("[Sigmoid]", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Init.Xavier", source, StringComparison.Ordinal);
        Assert.DoesNotContain("UseBias = true", source, StringComparison.Ordinal);
        Assert.Equal(2, source.Split("[BatchNorm]").Length - 1);

        (await consumer.BuildAsync("-warnaserror")).Succeeds();
        var run = (await consumer.RunAsync("run", "--no-build")).Succeeds();
        Assert.Equal("learned", run.Output.Trim());

        (await FormatAsync(consumer, [.. Errors, .. Advice], "--verify-no-changes")).Succeeds();
    }

    private static Task<CommandResult> FormatAsync(Consumer consumer, string[] ids, params string[] more) =>
        consumer.RunAsync(["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. ids, .. more]);
}
