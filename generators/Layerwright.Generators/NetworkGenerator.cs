using System.Collections.Immutable;
using System.Text;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Planning;
using Layerwright.Generators.Emit;
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
            static (attribute, cancellationToken) => DeclarationParser.Parse(
                (INamedTypeSymbol)attribute.TargetSymbol,
                ((CSharpParseOptions)attribute.TargetNode.SyntaxTree.Options).LanguageVersion,
                cancellationToken))
            .WithTrackingName(TrackingNames.Declaration);

        // Two parts of one class, or names that differ only in case, would claim one file name and cost every network its file.
        var unique = declarations.Collect()
            .SelectMany(static (all, _) => OneOfEachName(all))
            .WithTrackingName(TrackingNames.Unique);

        var sources = unique
            .Select((named, cancellationToken) => Compile(named, fuse, cancellationToken))
            .WithTrackingName(TrackingNames.Source);

        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source.Text is { } text)
            {
                output.AddSource(source.HintName, SourceText.From(text, Encoding.UTF8));
            }
        });
    }

    // The first by ordinal name keeps the plain file name; another that differs only in case carries a hash.
    private static IEnumerable<Named> OneOfEachName(ImmutableArray<NetworkDeclaration> declarations) => declarations
        .GroupBy(declaration => declaration.Type.FullName, StringComparer.Ordinal)
        .Select(parts => parts.First())
        .OrderBy(declaration => declaration.Type.FullName, StringComparer.Ordinal)
        .GroupBy(declaration => HintName.Of(declaration.Type), StringComparer.OrdinalIgnoreCase)
        .SelectMany(alike => alike.Select((declaration, i) =>
            new Named(declaration, i == 0 ? HintName.Of(declaration.Type) : HintName.WithHash(declaration.Type))));

    private static GeneratedSource Compile(Named named, bool fuse, CancellationToken cancellationToken)
    {
        var (declaration, hintName) = named;
        var network = NetworkInference.Infer(declaration);
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
        return new GeneratedSource(hintName, NetworkEmitter.Emit(plan));
    }

    /// <summary>A declaration and the name of its file.</summary>
    private sealed record Named(NetworkDeclaration Declaration, string HintName);

    /// <summary>A file to add; no text where nothing legal can be written.</summary>
    private sealed record GeneratedSource(string HintName, string? Text);
}
