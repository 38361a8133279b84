using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;

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
    private readonly List<FlowNode> _previous = [];

    public InferredLayer? Layer => layer;

    public int RootAttribute => rootAttribute;

    public string? Block => block;

    public bool IsWritten => isWritten;

    /// <summary>What takes this layer's output.</summary>
    public IReadOnlyList<FlowNode> Next => _next;

    /// <summary>What gives this layer its input: several only where branches meet.</summary>
    public IReadOnlyList<FlowNode> Previous => _previous;

    /// <summary>Where branches meet: the composite layer that ends there; else null.</summary>
    public InferredLayer? Composite { get; init; }

    /// <summary>The innermost branch of a residual, gate or concatenation that it stands in, or null.</summary>
    public FlowBranch? Branch { get; init; }

    public bool IsAffine => layer is { Layer.IsAffine: true };

    public bool IsNonlinearity => layer is { Layer.IsNonlinearity: true };

    public bool IsNormalization => layer is { Layer.IsNormalization: true };

    /// <summary>A nonlinearity that is no part of weights, as maxout's is.</summary>
    public bool IsActivation => IsNonlinearity && !IsAffine;

    /// <summary>Keeps mean 0 and variance 1 by itself.</summary>
    public bool IsSelfNormalizing => layer is { Layer.IsSelfNormalizing: true };

    public bool IsBatchNormalization => layer is { Layer.IsBatchNormalization: true };

    /// <summary>A batch normalisation that is not frozen.</summary>
    public bool UsesBatchStatistics => layer is not null && layer.Layer.UsesBatchStatistics(layer.Arguments);

    /// <summary>Has weights that training could change, frozen or not.</summary>
    public bool Learns => layer is not null && layer.Parameters.Any(parameter => !parameter.IsStatistic);

    /// <summary>Has weights or statistics, and training leaves all of them as they are.</summary>
    public bool IsFrozen => layer is { Parameters.Count: > 0 } && layer.Parameters.All(parameter => !parameter.IsTrainable);

    public bool IsDropout => layer is { Layer.IsDropout: true };

    public bool IsPooling => layer is { Layer.IsPooling: true };

    public bool IsReshaping => layer is { Layer.IsReshaping: true };

    /// <summary>The loss.</summary>
    public bool IsLoss => layer is { Layer.Role: LayerRole.Loss };

    /// <summary>Where branches meet: the sum at the end of a residual layer, a gate's product, a concatenation.</summary>
    public bool IsSum => Composite is not null;

    /// <summary>The product at the end of a gate.</summary>
    public bool IsGate => Composite is { Layer.MultipliesBranch: true };

    /// <summary>Branches side by side on the channel axis.</summary>
    public bool IsConcat => Composite is { Layer.JoinsChannels: true };

    /// <summary>The sum at the end of a residual layer.</summary>
    public bool IsResidualSum => IsSum && !IsGate && !IsConcat;

    /// <summary>Stands in a gate's branch.</summary>
    public bool IsInGate { get; init; }

    /// <summary>Place of the layer's attribute in the block that holds it.</summary>
    public int BlockAttribute => block is null ? -1 : (layer ?? Composite)?.Declaration.Attribute ?? -1;

    /// <summary>The layer's name for messages, with its block's in front: <c>Basic.Dense2</c>.</summary>
    public string Name => block is null ? OwnName : $"{blockName}.{OwnName}";

    private string OwnName => (layer ?? Composite)?.Name ?? "";

    public void FlowsInto(FlowNode node)
    {
        _next.Add(node);
        node._previous.Add(this);
    }
}
