using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Checks;

namespace Layerwright.CodeModel.Inference;

/// <summary>Declaration → names, shapes, parameters, issues. A pure function; generator and analyzers call the same one.</summary>
internal static class NetworkInference
{
    public static InferredNetwork Infer(NetworkDeclaration declaration)
    {
        var issues = new List<Issue>(declaration.Issues.Concat(DeclarationChecks.Run(declaration)));
        var root = StateOrder.Resolve(ParameterInference.Resolve(new ChainInference(Repair.Apply(declaration), issues).InferRoot()));
        issues.AddRange(MemberCheck.Run(declaration, root.Layers.Where(layer => layer.IsMember).Select(layer => layer.Name)));
        if (issues.TrueForAll(issue => issue.Id != RuleIds.BadName) && !declaration.IsBlock)
        {
            issues.AddRange(StateKeyCheck.Run(root));
        }

        return new InferredNetwork(declaration, root, issues.Distinct().ToEquatableArray());
    }
}
