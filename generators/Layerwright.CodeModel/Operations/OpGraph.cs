using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Operations;

/// <summary>The network as operations on tensors, in data-flow order.</summary>
/// <param name="Input">Tensor 0.</param>
/// <param name="Output">The raw outputs.</param>
/// <param name="Nodes">In an order in which each stands after what it reads.</param>
/// <param name="Layers">The layers that the summary lists, by the number that tensors and probes use.</param>
/// <param name="Parameters">Every parameter and statistic, by its number.</param>
internal sealed record OpGraph(
    Tensor Input, Tensor Output, EquatableArray<Node> Nodes, EquatableArray<InferredLayer> Layers, EquatableArray<GraphParameter> Parameters)
{
    /// <summary>The only node that reads a tensor; null where there is none, or several, or where it is the network's output.</summary>
    public Node? SoleConsumer(Tensor tensor)
    {
        var consumers = Nodes.Where(node => node.Inputs.Contains(tensor)).Take(2).ToList();
        return consumers.Count == 1 && tensor != Output && consumers[0].Inputs.Count(input => input == tensor) == 1 ? consumers[0] : null;
    }
}

/// <summary>A parameter with its place in the graph.</summary>
/// <param name="Key">Its name in the state dictionary.</param>
/// <param name="Layer">Its layer's number.</param>
/// <param name="Declaration">Shape and start.</param>
internal sealed record GraphParameter(string Key, int Layer, ParameterDeclaration Declaration);
