using System.Collections.Immutable;
using System.Text;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Planning;
using Layerwright.Generators.Checks;
using Layerwright.Generators.Emit;
using Layerwright.Generators.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.Generators;

/// <summary>Writes the code of every class marked <c>[Network]</c>. Reports nothing: the analyzers do, from the same inference.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private readonly bool _fuse;

    /// <summary>The generator as the compiler makes it.</summary>
    public NetworkGenerator()
        : this(fuse: true)
    {
    }

    /// <param name="fuse">False leaves every pass on its own, for tests that compare both.</param>
    internal NetworkGenerator(bool fuse)
    {
        _fuse = fuse;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        bool fuse = _fuse;

        // Runs for every network on every edit, so it copies what was written and leaves; all work is in the cached steps behind.
        var declarations = context.SyntaxProvider.ForAttributeWithMetadataName(
            DeclarationParser.NetworkAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (attribute, cancellationToken) => IsFirstPart(attribute)
                ? DeclarationParser.Parse(
                    (INamedTypeSymbol)attribute.TargetSymbol,
                    ((CSharpParseOptions)attribute.TargetNode.SyntaxTree.Options).LanguageVersion,
                    cancellationToken)
                : null)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(TrackingNames.Declaration);

        // Names that differ only in case would claim one file name and cost every network its file. Only the list of such names
        // (empty, as a rule) is shared between networks, so that one more network leaves the others' steps cached.
        var alike = declarations.Collect()
            .Select(static (all, _) => AlikeButForCase(all))
            .WithTrackingName(TrackingNames.Alike);

        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (all, _) => GeneratorOptions.Of(all.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);

        var sources = declarations.Combine(alike).Combine(options)
            .Select((entry, cancellationToken) =>
            {
                var ((declaration, others), settings) = entry;
                return Compile(declaration, HintName.Of(declaration.Type, others), settings, fuse, cancellationToken);
            })
            .WithTrackingName(TrackingNames.Source);

        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source.Text is { } text)
            {
                output.AddSource(source.HintName, SourceText.From(text, Encoding.UTF8));
            }
        });

        // Off, which is the rule, this looks at no symbol and stays what it was.
        var checks = context.CompilationProvider.Combine(declarations.Collect()).Combine(options)
            .Select(static (entry, cancellationToken) => entry.Right.Checks
                ? CheckPlanner.Plan(entry.Left.Left, entry.Left.Right, cancellationToken)
                : CheckPlan.None)
            .WithTrackingName(TrackingNames.Checks);

        var checkFiles = checks.Combine(options).SelectMany(static (entry, _) => entry.Right.Checks
            ? ImmutableArray.Create((Plan: entry.Left, entry.Right.Comments))
            : ImmutableArray<(CheckPlan Plan, CommentLevel Comments)>.Empty);

        context.RegisterSourceOutput(checkFiles, static (output, file) =>
            output.AddSource(ChecksEmitter.HintName, SourceText.From(ChecksEmitter.Emit(file.Plan, file.Comments), Encoding.UTF8)));
    }

    // Two parts of one class that both carry the attribute are one network.
    private static bool IsFirstPart(GeneratorAttributeSyntaxContext context)
    {
        foreach (var attribute in context.TargetSymbol.GetAttributes())
        {
            if (KnownAttributes.IsNetwork(attribute.AttributeClass))
            {
                return attribute.ApplicationSyntaxReference is { } first
                    && first.SyntaxTree == context.TargetNode.SyntaxTree
                    && context.TargetNode.FullSpan.Contains(first.Span);
            }
        }

        return false;
    }

    // The first by ordinal name keeps the plain file name; every other one carries a hash.
    private static EquatableArray<string> AlikeButForCase(ImmutableArray<NetworkDeclaration> declarations) => declarations
        .Select(declaration => declaration.Type)
        .GroupBy(type => HintName.Of(type, EquatableArray<string>.Empty), StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Select(type => type.FullName).Distinct().OrderBy(name => name, StringComparer.Ordinal).Skip(1))
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static GeneratedSource Compile(
        NetworkDeclaration declaration, string hintName, GeneratorOptions options, bool fuse, CancellationToken cancellationToken)
    {
        var network = NetworkInference.Infer(options.Complete(declaration));
        cancellationToken.ThrowIfCancellationRequested();
        if (!SkeletonEmitter.CanEmit(network))
        {
            return new GeneratedSource(hintName, null);
        }

        if (network.IsBroken)
        {
            return new GeneratedSource(hintName, SkeletonEmitter.Emit(network));
        }

        var plan = NetworkPlanner.Plan(network, fuse);
        cancellationToken.ThrowIfCancellationRequested();
        return new GeneratedSource(hintName, NetworkEmitter.Emit(plan, options.Comments));
    }

    /// <summary>A file to add; no text where nothing legal can be written.</summary>
    private sealed record GeneratedSource(string HintName, string? Text);
}
