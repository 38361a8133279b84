using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Planning;
using Layerwright.Testing.Compiling;
using Layerwright.Testing.Interpretation;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>A network's plan, through the compiler's stages as the generator runs them.</summary>
internal static class Planned
{
    public static NetworkPlan Of(NetworkSpec network, bool fuse = true) => Of(SpecWriter.Write(network), network.Name, fuse);

    public static NetworkPlan Of(string source, string name, bool fuse = true)
    {
        var symbol = SourceCompilation.Create(source).GetTypeByMetadataName(name)!;
        var network = NetworkInference.Infer(DeclarationParser.Parse(symbol, LanguageVersion.Latest, CancellationToken.None));
        Assert.False(network.IsBroken, network.FirstError?.ToString());
        return NetworkPlanner.Plan(network, fuse);
    }
}
