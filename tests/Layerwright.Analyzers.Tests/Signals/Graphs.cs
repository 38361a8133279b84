using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Inference;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Tests.Signals;

/// <summary>Flow graphs of sources.</summary>
internal static class Graphs
{
    /// <summary>The graph of the network <c>Net</c>, or of the block of that name judged alone.</summary>
    public static async Task<FlowGraph> OfAsync(string source, string name = "Net")
    {
        var compilation = (CSharpCompilation)(await TestWorkspace.Create(source).Projects.Single().GetCompilationAsync())!;
        var type = compilation.GetTypeByMetadataName(name)!;
        var declaration = type.GetAttributes().Any(attribute => KnownAttributes.IsBlock(attribute.AttributeClass))
            ? DeclarationParser.ParseBlock(type, CancellationToken.None)
            : DeclarationParser.Parse(type, compilation.LanguageVersion, CancellationToken.None);
        return new FlowGraph(NetworkInference.Infer(declaration));
    }

    /// <summary>So many square layers of weights and an activation, with a head.</summary>
    public static Task<FlowGraph> SquareAsync(string activation, string init, int layers, int width) => OfAsync(
        $"[Network]\n[Input({width})]\n"
        + string.Concat(Enumerable.Repeat($"[Dense({width}, {init})]\n[{activation}]\n", layers))
        + "[Dense(10)]\npublic partial class Net;");
}
