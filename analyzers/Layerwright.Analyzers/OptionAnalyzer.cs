using System.Collections.Concurrent;
using System.Collections.Immutable;
using Layerwright.Analyzers.Options;
using Layerwright.Analyzers.Rules.Declaration;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.Analyzers;

/// <summary>LW0014: looks at the options that apply to the files of a project that knows the library, and says once what is wrong with one.</summary>
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

            var networks = new ConcurrentBag<Location>();
            var files = new ConcurrentBag<SyntaxTree>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (type.GetAttributes().Any(attribute => KnownAttributes.IsNetwork(attribute.AttributeClass) || KnownAttributes.IsBlock(attribute.AttributeClass)))
                    {
                        networks.Add(TypePlaces.Of(type, symbol.CancellationToken));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(file => files.Add(file.Tree)); // not called for generated files
            start.RegisterCompilationEndAction(end => Report(Ordered(networks).Concat(Ordered(files.Select(Beginning))), end));
        });
    }

    /// <summary>
    /// Settings have no place of their own that a compiler knows: the first network that they apply to stands for it, or else the
    /// beginning of the first file.
    /// </summary>
    private static void Report(IEnumerable<Location> places, CompilationAnalysisContext context)
    {
        var said = new HashSet<OptionFault>();
        foreach (var place in places)
        {
            foreach (var fault in OptionFaults.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(place.SourceTree!)).Where(said.Add))
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule.Descriptor, place, fault.Name, fault.Value, fault.Remedy));
            }
        }
    }

    private static Location Beginning(SyntaxTree file) => Location.Create(file, new TextSpan(0, 0));

    private static IEnumerable<Location> Ordered(IEnumerable<Location> places) =>
        places.OrderBy(place => place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(place => place.SourceSpan.Start);
}
