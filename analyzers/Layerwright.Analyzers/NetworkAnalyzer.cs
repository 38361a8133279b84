using System.Collections.Immutable;
using Layerwright.Analyzers.Rules;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers;

/// <summary>The one analyzer of the attribute language: parses and infers each network and block once, and lets every rule look at the result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleRegistry.OfNetworks.Select(rule => rule.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(KnownAttributes.LayerBase).IsEmpty)
            {
                var uses = new BlockUses(start.Compilation);
                start.RegisterSymbolAction(type => AnalyzeType(type, uses), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, BlockUses uses)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var findings = Judge(type, uses, context);
        if (findings.Count == 0)
        {
            return;
        }

        var writer = new DiagnosticWriter(type, context.Compilation, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        foreach (var diagnostic in findings.Select(writer.Write).OfType<Diagnostic>())
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static IReadOnlyList<Finding> Judge(INamedTypeSymbol type, BlockUses uses, SymbolAnalysisContext context)
    {
        bool isNetwork = false, isBlock = false, isUnknown = false;
        int firstLayer = -1;
        var attributes = type.GetAttributes();
        for (int i = attributes.Length - 1; i >= 0; i--)
        {
            isNetwork |= KnownAttributes.IsNetwork(attributes[i].AttributeClass);
            isBlock |= KnownAttributes.IsBlock(attributes[i].AttributeClass);
            isUnknown |= attributes[i].AttributeClass is null or { TypeKind: TypeKind.Error };
            firstLayer = KnownAttributes.IsLayer(attributes[i].AttributeClass) ? i : firstLayer;
        }

        if (isNetwork)
        {
            var version = (context.Compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest;
            return Of(type, DeclarationParser.Parse(type, version, context.CancellationToken), uses, context);
        }

        if (isBlock)
        {
            return Of(type, DeclarationParser.ParseBlock(type, context.CancellationToken), uses, context);
        }

        // An attribute that the compiler does not know may be the marker. Of what is used as a block its use says that it is none.
        return firstLayer < 0 || isUnknown || uses.IsNamed(type, context.CancellationToken)
            ? []
            : [new Finding(new Issue(RuleIds.LayerWithoutNetwork, firstLayer, null, EquatableArray.Of(type.Name)))];
    }

    private static IReadOnlyList<Finding> Of(INamedTypeSymbol type, NetworkDeclaration declaration, BlockUses uses, SymbolAnalysisContext context) => Judgement.Of(
        declaration,
        block => BlockSymbols.Find(type, block) is { DeclaringSyntaxReferences.IsEmpty: false },
        block => uses.Of(block is null ? type : BlockSymbols.Find(type, block), context.CancellationToken),
        TypePlaces.Settings(type, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken),
        context.CancellationToken);
}
