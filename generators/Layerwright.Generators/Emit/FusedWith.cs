using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Emit;

/// <summary>For each layer, the layer whose forward pass computes it too.</summary>
internal static class FusedWith
{
    public static string?[] Of(NetworkPlan plan)
    {
        var hosts = new string?[plan.Graph.Layers.Count];
        IEnumerable<Operation> operations = plan.Training is { } training
            ? training.Forward.SelectMany(segment => segment.Operations)
            : plan.Inference.Operations;
        foreach (var operation in operations)
        {
            foreach (var boundary in operation.Boundaries.Skip(1))
            {
                hosts[boundary.Layer] = plan.Graph.Layers[operation.Boundaries[0].Layer].Path;
            }
        }

        return hosts;
    }
}
