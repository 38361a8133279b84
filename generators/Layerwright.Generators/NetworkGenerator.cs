using System.Collections.Immutable;
using System.Text;
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

        // A compiler just started compiles the driver's generic code, dozens of methods, anew for every value type that a step yields
        // or is combined with. So steps yield classes, and two of them are combined at a time.

        // Runs for every network on every edit, so it copies what was written and leaves; all work is in the cached steps behind.
        IncrementalValuesProvider<NetworkDeclaration> declarations = context.SyntaxProvider.ForAttributeWithMetadataName(
            DeclarationParser.NetworkAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (attribute, cancellationToken) => IsFirstPart(attribute)
                ? DeclarationParser.Parse(
                    (INamedTypeSymbol)attribute.TargetSymbol,
                    ((CSharpParseOptions)attribute.TargetNode.SyntaxTree.Options).LanguageVersion,
                    cancellationToken)
                : null)
            .Where(static declaration => declaration is not null)!
            .WithTrackingName<NetworkDeclaration>(TrackingNames.Declaration);

        // Only the list of names alike (empty, as a rule) is shared between networks, so that one more network leaves the others'
        // steps cached.
        var all = declarations.Collect().Select(static (networks, _) => new AllNetworks(new(networks)));
        var alike = all.Select(static (networks, _) => AlikeNames.Of(networks)).WithTrackingName(TrackingNames.Alike);

        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (settings, _) => GeneratorOptions.Of(settings.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);

        var surroundings = alike.Combine(options).Select(static (entry, _) => new Surroundings(entry.Left, entry.Right));

        var sources = declarations.Combine(surroundings)
            .Select((entry, cancellationToken) => Compile(entry.Left, entry.Right, fuse, cancellationToken))
            .WithTrackingName(TrackingNames.Source);

        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source.Text is { } text)
            {
                output.AddSource(source.HintName, SourceText.From(text, Encoding.UTF8));
            }
        });

        RegisterChecks(context, all, options);
    }

    // Off, which is the rule, this looks at no symbol and stays what it was.
    private static void RegisterChecks(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<AllNetworks> all, IncrementalValueProvider<GeneratorOptions> options)
    {
        var request = all.Combine(options)
            .Select(static (entry, _) => entry.Right.Checks ? new CheckRequest(entry.Left, entry.Right.Comments) : null);

        var checks = context.CompilationProvider.Combine(request)
            .Select(static (entry, cancellationToken) => entry.Right is { } asked ? CheckPlanner.Plan(entry.Left, asked, cancellationToken) : null)
            .WithTrackingName(TrackingNames.Checks)
            .SelectMany(static (plan, _) => plan is null ? [] : ImmutableArray.Create(plan));

        context.RegisterSourceOutput(checks, static (output, plan) =>
            output.AddSource(ChecksEmitter.HintName, SourceText.From(ChecksEmitter.Emit(plan), Encoding.UTF8)));
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

    private static GeneratedSource Compile(
        NetworkDeclaration declaration, Surroundings surroundings, bool fuse, CancellationToken cancellationToken)
    {
        var options = surroundings.Options;
        string hintName = HintName.Of(declaration.Type, surroundings.Alike.Names);
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
