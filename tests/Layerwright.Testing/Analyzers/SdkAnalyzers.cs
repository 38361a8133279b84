using System.Collections.Immutable;
using System.Reflection;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Testing.Analyzers;

/// <summary>The SDK's own analyzers, as they run in every user's build.</summary>
public static class SdkAnalyzers
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_all = Load();

    /// <summary>
    /// What the rule of an id says of sources and what is generated from them; with <paramref name="suppressors"/>, what is left of it.
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(string id, IEnumerable<string> sources, params DiagnosticSuppressor[] suppressors)
    {
        var compilation = GeneratorRun.Of([.. sources]).Output;
        var options = compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.Add(id, ReportDiagnostic.Warn));
        var analyzers = s_all.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id)).Concat(suppressors);
        var found = await compilation.WithOptions(options).WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed)];
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load() =>
    [
        .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
            .Select(file => Assembly.LoadFrom(Path.Combine(Repository.SdkAnalyzers, file)))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}
