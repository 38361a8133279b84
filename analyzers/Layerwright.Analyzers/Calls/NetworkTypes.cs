using System.Collections.Concurrent;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Calls;

/// <summary>The networks that one compilation's code trains, each inferred once and only when a rule asks.</summary>
internal sealed class NetworkTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, InferredNetwork?> _inferred = new(SymbolEqualityComparer.Default);

    /// <summary>True for a class marked <c>[Network]</c>.</summary>
    public static bool IsNetwork(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && named.GetAttributes().Any(attribute => KnownAttributes.IsNetwork(attribute.AttributeClass));

    /// <summary>The network of a type; null where it is none, or one with errors: all other rules are silent about that.</summary>
    public InferredNetwork? Of(ITypeSymbol? type, CancellationToken cancellationToken) =>
        type is INamedTypeSymbol named && IsNetwork(named) ? _inferred.GetOrAdd(named, network => Infer(network, cancellationToken)) : null;

    private InferredNetwork? Infer(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var version = (compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Latest;
        var network = NetworkInference.Infer(DeclarationParser.Parse(type, version, cancellationToken));
        return network.Issues.Count > 0 || network.IsBroken || network.Declaration.HasUnknownAttribute ? null : network;
    }
}
