using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Flow;

/// <summary>A layer at one place of use, with what its output flows into. Composite layers are dissolved into their parts.</summary>
/// <param name="layer">The layer; null where branches meet and for what lies behind the end.</param>
/// <param name="rootAttribute">The attribute of the judged class that is the layer or brings it in.</param>
/// <param name="block">Full name of the block that holds the layer, or null.</param>
/// <param name="blockName">That block's short name.</param>
/// <param name="isWritten">False for layers of a projection: no attribute of their own.</param>
internal sealed class FlowNode(InferredLayer? layer, int rootAttribute, string? block, string? blockName, bool isWritten)
{
    private readonly List<FlowNode> _next = [];

    public InferredLayer? Layer => layer;

    public int RootAttribute => rootAttribute;

    public string? Block => block;

    public bool IsWritten => isWritten;

    /// <summary>What takes this layer's output.</summary>
    public IReadOnlyList<FlowNode> Next => _next;

    public bool IsAffine => layer is { Layer.IsAffine: true };

    public bool IsNonlinearity => layer is { Layer.IsNonlinearity: true };

    public bool IsNormalization => layer is { Layer.IsNormalization: true };

    /// <summary>Where branches meet: the sum at the end of a residual layer, a gate's product, a concatenation.</summary>
    public bool IsSum => layer is null && rootAttribute >= 0;

    /// <summary>Stands in a gate's branch.</summary>
    public bool IsInGate { get; init; }

    /// <summary>The product at the end of a gate.</summary>
    public bool IsGate { get; init; }

    /// <summary>The layer's name for messages, with its block's in front: <c>Basic.Dense2</c>.</summary>
    public string Name => block is null ? layer?.Name ?? "" : $"{blockName}.{layer?.Name}";

    public void FlowsInto(FlowNode node) => _next.Add(node);
}
