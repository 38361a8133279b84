using System.Collections.Concurrent;
using System.Collections.Immutable;
using Layerwright.Analyzers.Rules.Declaration;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers;

/// <summary>LW0014: looks at the options that apply to the files with networks, and says once what is wrong with one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAnalyzer : DiagnosticAnalyzer
{
    private static readonly BadOptionRule _rule = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [_rule.Descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KnownAttributes.LayerBase).IsEmpty)
            {
                return;
            }

            var places = new ConcurrentBag<Location>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (type.GetAttributes().Any(attribute => KnownAttributes.IsNetwork(attribute.AttributeClass) || KnownAttributes.IsBlock(attribute.AttributeClass)))
                    {
                        places.Add(TypePlaces.Of(type, symbol.CancellationToken));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(places, end));
        });
    }

    /// <summary>Settings have no place of their own that a compiler knows: the first network that they apply to stands for it.</summary>
    private static void Report(IEnumerable<Location> places, CompilationAnalysisContext context)
    {
        var said = new HashSet<(string, string)>();
        foreach (var place in places.OrderBy(place => place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(place => place.SourceSpan.Start))
        {
            foreach (var (key, value, remedy) in BadOptionRule.Faults(context.Options.AnalyzerConfigOptionsProvider.GetOptions(place.SourceTree!)))
            {
                if (said.Add((key, value)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(_rule.Descriptor, place, key, value, remedy));
                }
            }
        }
    }
}
