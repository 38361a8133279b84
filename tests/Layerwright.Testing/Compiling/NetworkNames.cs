using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Testing.Compiling;

/// <summary>The least that a generator of networks can do, so nothing but the compiler's own work: it knows which there are.</summary>
public sealed class NetworkNames : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "Layerwright.NetworkAttribute", static (node, _) => node is TypeDeclarationSyntax, static (network, _) => network.TargetSymbol.Name),
        static (output, name) => output.AddSource(name, ""));
}
