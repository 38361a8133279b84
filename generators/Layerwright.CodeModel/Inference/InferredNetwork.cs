using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>A declaration with names, shapes and parameters worked out, and all that is wrong with it. What generator and rules share.</summary>
/// <param name="Declaration">What the user wrote.</param>
/// <param name="Root">The network's own chain of layers, input first, loss last.</param>
/// <param name="Issues">Everything found by parsing and inference. Each is an error: with one, no code but a skeleton is written.</param>
internal sealed record InferredNetwork(NetworkDeclaration Declaration, InferredChain Root, EquatableArray<Issue> Issues)
{
    /// <summary>
    /// True where no meaning can be given and a skeleton that throws is written instead: an error, or layers that the C# compiler
    /// itself could not bind (an attribute it does not know may also be another generator's: the rest is a network without it). A colliding member (LW0012) is left out and the rest is written.
    /// </summary>
    public bool IsBroken => FirstError is not null || Input.IsUnknown || Root.Layers.All(layer => layer.Layer.Role != LayerRole.Hidden)
        || Declaration.Layers.Concat(Declaration.Blocks.SelectMany(block => block.Layers)).Any(layer => layer.IsMalformed || layer.Blocks.Contains(LayerDeclaration.NoBlock));

    /// <summary>The error that the skeleton's exception names; null where there is none, or only the C# compiler's.</summary>
    public Issue? FirstError => Issues.FirstOrDefault(issue => issue.Id != RuleIds.MemberCollision);

    public Shape Input => Root.Input;

    public Shape Output => Root.Output;

    /// <summary>The loss, or null.</summary>
    public InferredLayer? Loss => Root.Layers.LastOrDefault(layer => layer.Layer.Role == LayerRole.Loss);

    /// <summary>All layers in data-flow order, those of blocks where they are used (shortcut after branch), composite layers after their parts.</summary>
    public IEnumerable<InferredLayer> Flatten() => Root.Flatten();
}

/// <summary>Layers that follow one another: the network's own, or a block's at one place of use.</summary>
/// <param name="Layers">In data-flow order.</param>
/// <param name="Input">What enters.</param>
/// <param name="Output">What leaves.</param>
/// <param name="Block">Metadata name of the block, or null for the network's own chain and a generated shortcut.</param>
internal sealed record InferredChain(EquatableArray<InferredLayer> Layers, Shape Input, Shape Output, string? Block = null)
{
    /// <summary>How the features of a vector that leaves lie.</summary>
    /// <param name="inputOrder">The same of what enters.</param>
    public FeatureOrder OutputOrder(FeatureOrder inputOrder) => Layers.Count > 0 ? Layers[Layers.Count - 1].OutputOrder : inputOrder;

    public IEnumerable<InferredLayer> Flatten()
    {
        foreach (var layer in Layers)
        {
            foreach (var inner in layer.Branches.SelectMany(branch => branch.Flatten()))
            {
                yield return inner;
            }

            yield return layer;
        }
    }
}

/// <summary>One layer at one place of use.</summary>
/// <param name="Declaration">Its attribute.</param>
/// <param name="Name">Its own name: <c>Dense1</c>.</param>
/// <param name="Path">Its name with the blocks around it: <c>Residual1.Branch.Dense1</c>.</param>
/// <param name="Key">Its prefix in the state dictionary: <c>residual1.branch.dense1</c>.</param>
/// <param name="Input">What enters.</param>
/// <param name="Output">What leaves.</param>
/// <param name="Branches">The chains of a composite layer; of a residual layer the branch, then the shortcut if there is one.</param>
/// <param name="Parameters">Its trainable parameters and running statistics, in state order.</param>
internal sealed record InferredLayer(
    LayerDeclaration Declaration,
    string Name,
    string Path,
    string Key,
    Shape Input,
    Shape Output,
    EquatableArray<InferredChain> Branches,
    EquatableArray<ParameterDeclaration> Parameters)
{
    /// <summary>How the features of a vector that enters lie, and what is reshaped.</summary>
    public FeatureOrder InputOrder { get; init; } = FeatureOrder.Same;

    /// <summary>How the features of a vector that leaves lie.</summary>
    public FeatureOrder OutputOrder { get; init; } = FeatureOrder.Same;

    /// <summary>The room that knows this kind of layer.</summary>
    public Layer Layer => LayerRegistry.Get(Declaration.Kind);

    public LayerArguments Arguments => new(Declaration);

    /// <summary>What its member's type begins with: <c>Block</c>, <c>Weight</c>, <c>Norm</c>, …</summary>
    public string Handle => Branches.Count > 0 ? "Block" : Layer.Handle;

    /// <summary>Has state, or holds what has, so that the network has a member of its name.</summary>
    public bool IsMember => Parameters.Count > 0 || Branches.Any(branch => branch.Layers.Any(layer => layer.IsMember));
}

/// <summary>What a parameter is to its layer.</summary>
internal enum ParameterRole
{
    Weight,
    Bias,
    Scale,
    Shift,
    Slope,
    RunningMean,
    RunningVariance,
}

/// <summary>One parameter or running statistic of a layer.</summary>
/// <param name="Name">PyTorch's name: <c>weight</c>, <c>running_var</c>.</param>
/// <param name="Role">What it is to the layer.</param>
/// <param name="Outputs">Rows of PyTorch's weight, or the vector's length.</param>
/// <param name="Inputs">Columns of PyTorch's weight, further dimensions taken as one (of one group, where there are several); 1 for a vector.</param>
/// <param name="Start">Its first values.</param>
internal sealed record ParameterDeclaration(string Name, ParameterRole Role, int Outputs, int Inputs, StartDistribution Start)
{
    public double L1 { get; init; }

    public double L2 { get; init; }

    /// <summary>Kept as it is by training.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Groups of rows [outputs/pieces, pieces] that one output is the largest of; 1 but for Maxout.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>Of a weight: numbers that one output is a sum of.</summary>
    public double FanIn { get; init; }

    /// <summary>Of a weight: outputs that one number goes into.</summary>
    public double FanOut { get; init; }

    /// <summary>Packed matrices that follow one another, each with an equal part of the outputs; 1 but for grouped convolutions.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>How its inputs lie inside; of a convolution the positions are the kernel's taps.</summary>
    public FeatureOrder InputOrder { get; init; } = FeatureOrder.Same;

    /// <summary>How its outputs, or a vector's elements, lie inside.</summary>
    public FeatureOrder OutputOrder { get; init; } = FeatureOrder.Same;

    /// <summary>PyTorch's shape; empty where it is [outputs, inputs], or of a vector [outputs].</summary>
    public EquatableArray<int> StateShape { get; init; }

    /// <summary>PyTorch's shape.</summary>
    public IEnumerable<int> Dimensions => StateShape.Count > 0 ? StateShape
        : Role == ParameterRole.Weight ? [Outputs, Inputs]
        : [Outputs];

    /// <summary>Moved by training without a gradient.</summary>
    public bool IsStatistic => Role is ParameterRole.RunningMean or ParameterRole.RunningVariance;

    public bool IsTrainable => !IsStatistic && !IsFrozen;

    public int Count => Outputs * Inputs;
}

/// <summary>Where a parameter starts: a form and its number.</summary>
/// <param name="Form"><c>Constant</c>, <c>Normal</c>, <c>Uniform</c> or <c>Orthogonal</c>, as the run time's factory methods are called.</param>
/// <param name="Value">Constant, deviation, half-width or length.</param>
internal sealed record StartDistribution(string Form, double Value)
{
    public static StartDistribution Constant(double value) => new("Constant", value);

    public static StartDistribution Normal(double deviation) => new("Normal", deviation);

    public static StartDistribution Uniform(double halfWidth) => new("Uniform", halfWidth);

    public static StartDistribution Orthogonal(double length) => new("Orthogonal", length);
}
