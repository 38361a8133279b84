using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Checks;

namespace Layerwright.CodeModel.Inference;

/// <summary>Declaration → names, shapes, parameters, issues. A pure function; generator and analyzers call the same one.</summary>
internal static class NetworkInference
{
    public static InferredNetwork Infer(NetworkDeclaration declaration)
    {
        var issues = new List<Issue>(declaration.Issues);
        issues.AddRange(DeclarationChecks.Run(declaration));
        var repaired = Repair.Apply(declaration);
        var chains = new ChainInference(repaired.Blocks, issues);
        var root = chains.InferRoot(repaired.Layers);
        root = ParameterInference.Resolve(root);
        return new InferredNetwork(declaration, root, issues.Distinct().ToEquatableArray());
    }
}
