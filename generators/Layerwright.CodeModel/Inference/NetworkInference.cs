using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.CodeModel.Inference;

/// <summary>Declaration → names, shapes, parameters, issues. A pure function; generator and analyzers call the same one.</summary>
internal static class NetworkInference
{
    public static InferredNetwork Infer(NetworkDeclaration declaration)
    {
        var issues = new List<Issue>(declaration.Issues);
        var chains = new ChainInference(declaration.Blocks, issues);
        var root = chains.InferRoot(declaration.Layers);
        root = ParameterInference.Resolve(root);
        return new InferredNetwork(declaration, root, issues.Distinct().ToEquatableArray());
    }
}
