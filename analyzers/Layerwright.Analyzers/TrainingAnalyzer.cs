using System.Collections.Immutable;
using Layerwright.Analyzers.Calls;
using Layerwright.Analyzers.Options;
using Layerwright.Analyzers.Rules;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers;

/// <summary>The analyzer of code that uses networks: walks each body of code once, and lets every rule of calls look at what it found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleRegistry.OfCalls.Select(rule => rule.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(KnownAttributes.LayerBase).IsEmpty)
            {
                var networks = new NetworkTypes(start.Compilation);
                start.RegisterOperationBlockAction(block => Analyze(block, networks));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, NetworkTypes networks)
    {
        var operations = context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).ToList();
        if (!operations.Exists(CallBody.IsConcerned))
        {
            return;
        }

        var body = new CallBody(operations, networks, context.CancellationToken);
        var settings = context.Options.AnalyzerConfigOptionsProvider.GetOptions(operations[0].Syntax.SyntaxTree);
        foreach (var rule in RuleRegistry.OfCalls)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var found = rule.Find(body, new RuleOptions(rule.Descriptor.Id, settings));
            foreach (var same in found.GroupBy(finding => (finding.Place, finding.Values)))
            {
                Report(context, rule, same.First(), settings);
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, CallRule rule, CallFinding finding, AnalyzerConfigOptions settings)
    {
        var compilation = context.Compilation;
        if (Severities.Of(rule, finding.Severity, settings, compilation, finding.Place.SourceTree, context.CancellationToken) is { } severity)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                rule.Descriptor,
                finding.Place,
                severity,
                finding.Others.Where(place => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)),
                finding.Properties,
                finding.Values.ToArray<object>()));
        }
    }
}
