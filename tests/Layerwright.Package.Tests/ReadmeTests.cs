using System.Text.RegularExpressions;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Layerwright.Package.Tests;

/// <summary>What README.md shows and says is so.</summary>
public sealed partial class ReadmeTests
{
    // The usings that the SDK's templates bring.
    private const string ImplicitUsings = "global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    [Fact]
    public void Every_block_of_csharp_compiles()
    {
        Assert.True(Readme.Pieces.Count > 6);
        var run = GeneratorRun.Of(SourceCompilation.Create([("Usings.cs", ImplicitUsings), .. Readme.Pieces]));
        Assert.Empty(run.Errors().Select(GeneratedCode.Describe));
        Assert.Empty(run.Faults().Select(GeneratedCode.Describe));
    }

    [Fact]
    public void The_excerpt_is_what_the_generator_writes_for_the_example()
    {
        var run = GeneratorRun.Of(SourceCompilation.Create(
            [("Usings.cs", ImplicitUsings), ("Example.cs", Readme.Example)], OutputKind.ConsoleApplication));
        Assert.Empty(run.Errors().Select(GeneratedCode.Describe));
        string generated = Unindented(run.Source);
        var excerpts = Readme.Excerpts.Select(Unindented).ToList();
        Assert.NotEmpty(excerpts);
        Assert.All(excerpts, excerpt => Assert.Contains(excerpt, generated, StringComparison.Ordinal));
    }

    [Fact]
    public void The_layer_table_lists_every_attribute_of_the_language()
    {
        string table = Readme.Section("Layers");
        var missing = typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(type => type.Name.Split('`')[0])
            .Select(name => name[..^"Attribute".Length])
            .Where(name => !Regex.IsMatch(table, $@"`\[{name}[\](<]"));
        Assert.Empty(missing);
    }

    [Fact]
    public void The_rule_table_lists_every_rule_with_its_severity_and_its_page()
    {
        string analyzers = Path.Combine(BuildSettings.RepositoryRoot, "analyzers");
        var released = ReleasedRule().Matches(File.ReadAllText(Path.Combine(analyzers, "Layerwright.Analyzers", "AnalyzerReleases.Unshipped.md")));
        var listed = ListedRule().Matches(Readme.Section("Rules"));
        Assert.NotEmpty(released);
        Assert.Equal(released.Select(RuleAndSeverity), listed.Select(RuleAndSeverity));
        Assert.All(listed, rule => Assert.True(File.Exists(Path.Combine(analyzers, "docs", "rules", rule.Groups["id"].Value + ".md"))));

        static string RuleAndSeverity(Match rule) => $"{rule.Groups["id"].Value} {rule.Groups["severity"].Value.ToUpperInvariant()}";
    }

    [Fact]
    public void The_test_command_is_the_one_that_the_checks_run()
    {
        const string command = "dotnet test --solution Generators.sln -c Release";
        Assert.Contains($"\n{command}\n", Readme.Section("Contributing"), StringComparison.Ordinal);
        Assert.Contains(command, File.ReadAllText(Path.Combine(BuildSettings.RepositoryRoot, ".ci", "run")), StringComparison.Ordinal);
    }

    private static string Unindented(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^\| \[(?<id>LW\d{4})\]\(analyzers/docs/rules/\k<id>\.md\) \| \w+ \| (?<severity>\w+)", RegexOptions.Multiline)]
    private static partial Regex ListedRule();

    [GeneratedRegex(@"^(?<id>LW\d{4}) \| [\w.]+ \| (?<severity>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ReleasedRule();
}
