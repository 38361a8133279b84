using System.Collections.Immutable;
using Layerwright.Analyzers;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Testing.Analyzers;

/// <summary>What the compiler and the analyzers say of a project, generated code included, as in a build.</summary>
/// <param name="Compiler">The compiler's diagnostics over sources and generated code, and the generator driver's.</param>
/// <param name="Analyzers">The analyzers' diagnostics in the order of the text (AD0001 where one threw), those suppressed by pragma or attribute left out.</param>
public sealed record AnalyzerRun(ImmutableArray<Diagnostic> Compiler, ImmutableArray<Diagnostic> Analyzers)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Errors that the compiler or the generator's driver reports.</summary>
    public IEnumerable<Diagnostic> Errors => Compiler.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "CS8785");

    public static async Task<AnalyzerRun> OfAsync(Project project) =>
        await OfAsync((CSharpCompilation)(await project.GetCompilationAsync().ConfigureAwait(false))!, project.AnalyzerOptions).ConfigureAwait(false);

    public static async Task<AnalyzerRun> OfAsync(CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        bool knowsLibrary = compilation.GetTypeByMetadataName("Layerwright.NetworkAttribute") is not null;
        var (generated, reported) = knowsLibrary ? Generate(compilation) : (compilation, []);
        return new AnalyzerRun([.. generated.GetDiagnostics(), .. reported], await SayAsync(generated, options).ConfigureAwait(false));
    }

    /// <summary>What the analyzers alone say of a project, before anything is generated: enough for attributes, and quicker.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzersAsync(Project project) =>
        await SayAsync((CSharpCompilation)(await project.GetCompilationAsync().ConfigureAwait(false))!, project.AnalyzerOptions).ConfigureAwait(false);

    private static async Task<ImmutableArray<Diagnostic>> SayAsync(CSharpCompilation compilation, AnalyzerOptions? options)
    {
        var found = await compilation.WithAnalyzers(s_analyzers, options).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        return
        [
            .. found.Where(diagnostic => !diagnostic.IsSuppressed)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    private static (CSharpCompilation Output, ImmutableArray<Diagnostic> Reported) Generate(CSharpCompilation compilation)
    {
        var run = GeneratorRun.Of(compilation);
        return (run.Output, run.Diagnostics);
    }
}
