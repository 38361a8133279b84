using System.Collections.Immutable;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Generators.Tests.Hostile;

/// <summary>Malformed declarations never crash the compiler, and never put an error into generated code.</summary>
public class HostileDeclarationTests
{
    private const int PerCompilation = 50, Compilations = 104;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(Layerwright.Analyzers.NetworkAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Compilations)];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Mutated_declarations_crash_nothing_and_break_no_generated_code(int batch)
    {
        var seeds = Enumerable.Range(batch * PerCompilation, PerCompilation);
        var compilation = SourceCompilation.Create(
            seeds.Select(seed => ($"Hostile{seed}.cs", HostileSource.Create(seed))).Append(("Common.cs", HostileSource.Common)));

        await AssertHarmless(compilation, batch);
    }

    [Fact]
    public void The_mutants_are_at_least_five_thousand_and_differ()
    {
        var sources = Enumerable.Range(0, PerCompilation * Compilations).Select(HostileSource.Create).ToList();

        Assert.InRange(sources.Select((source, seed) => source.Replace($"Hostile{seed}", "X", StringComparison.Ordinal)).Distinct().Count(), 5000, int.MaxValue);
    }

    [Fact]
    public void Some_mutants_are_well_and_some_are_broken()
    {
        var compilation = SourceCompilation.Create(
            Enumerable.Range(0, PerCompilation).Select(seed => ($"Hostile{seed}.cs", HostileSource.Create(seed))).Append(("Common.cs", HostileSource.Common)));
        var texts = GeneratorRun.Of(compilation).Sources.Values;

        Assert.Contains(texts, text => text.Contains("NetworkDeclarationException", StringComparison.Ordinal));
        Assert.Contains(texts, text => !text.Contains("NetworkDeclarationException", StringComparison.Ordinal));
    }

    private static async Task AssertHarmless(CSharpCompilation compilation, int batch)
    {
        var run = GeneratorRun.Of(compilation);
        Assert.True(run.Diagnostics.IsEmpty, $"batch {batch}: {string.Join('\n', run.Diagnostics)}");
        var generated = run.Result.GeneratedSources.Select(source => source.SyntaxTree).ToHashSet();
        var errors = run.Output.GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree is { } tree && generated.Contains(tree))
            .Select(d => $"{GeneratedCode.Describe(d)}\n    {Culprit(compilation, d)}");
        Assert.True(!errors.Any(), $"batch {batch}: {string.Join('\n', errors.Take(5))}");

        Assert.NotEmpty(s_analyzers);
        var diagnostics = await run.Output.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var crashes = diagnostics.Where(d => d.Id is "AD0001" or "AD0002");
        Assert.True(!crashes.Any(), $"batch {batch}: {string.Join('\n', crashes.Take(3))}");
    }

    private static string? Culprit(CSharpCompilation compilation, Diagnostic diagnostic)
    {
        string file = Path.GetFileName(diagnostic.Location.SourceTree!.FilePath);
        string name = file.Split('.').First(part => part.StartsWith("Hostile", StringComparison.Ordinal) || part == "g").Split('`', '+')[^1];
        return compilation.SyntaxTrees.FirstOrDefault(tree => Path.GetFileNameWithoutExtension(tree.FilePath) == name)?.ToString();
    }
}
