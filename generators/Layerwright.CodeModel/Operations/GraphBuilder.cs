using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Options;

namespace Layerwright.CodeModel.Operations;

/// <summary>Lowers inferred layers to the op graph.</summary>
internal sealed class GraphBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, int> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<ParameterPlace, int> _parameters = [];
    private int _tensorCount;

    private GraphBuilder(bool allowsWinograd) => AllowsWinograd = allowsWinograd;

    /// <summary>Convolutions may go by minimal filtering.</summary>
    public bool AllowsWinograd { get; }

    public static OpGraph Build(InferredNetwork network)
    {
        var builder = new GraphBuilder(network.Declaration.Options.Winograd ?? ProjectOptions.IsTrue(ProjectOptions.Winograd.Default));
        var layers = network.Flatten().Where(layer => !layer.Layer.RunsBranchesInSequence).ToEquatableArray();
        var parameters = builder.Number(layers);
        var first = network.Root.Layers[0];
        var given = first.Layer.GivenShape(first);
        var input = builder.NewTensor(given, "Input", "", given == network.Input ? 0 : -1);
        var output = builder.Lower(network.Root, input);
        return new OpGraph(input, output, builder._nodes.ToEquatableArray(), layers, parameters);
    }

    public Tensor Lower(InferredChain chain, Tensor input) =>
        chain.Layers.Aggregate(input, (tensor, layer) => layer.Layer.Lower(layer, tensor, this));

    /// <summary>Adds a node whose output is the layer's.</summary>
    public Tensor Add(InferredLayer layer, Func<Tensor, Node> make)
    {
        var output = NewTensor(layer.Output, layer.Path, "", _layers[layer.Path]);
        _nodes.Add(make(output));
        return output;
    }

    /// <summary>Adds a node whose output lies inside the layer: no one sees it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="what">What the output is called behind the layer's name.</param>
    /// <param name="contents">What it holds, in words for comments.</param>
    /// <param name="shape">One row of it.</param>
    /// <param name="make">The node from its output.</param>
    public Tensor AddInner(InferredLayer layer, string what, string contents, Shape shape, Func<Tensor, Node> make)
    {
        var output = NewTensor(shape, layer.Path, what, -1) with { Inner = new InnerTensor(layer.Path, contents) };
        _nodes.Add(make(output));
        return output;
    }

    /// <summary>A vector in another order: each run of features that is in neither is transposed, by way of the state's order.</summary>
    /// <param name="layer">The layer inside which this is done.</param>
    /// <param name="tensor">The vector.</param>
    /// <param name="from">Its order.</param>
    /// <param name="to">The order wanted.</param>
    public Tensor Reorder(InferredLayer layer, Tensor tensor, FeatureOrder from, FeatureOrder to)
    {
        if (from == to)
        {
            return tensor;
        }

        foreach (var (column, segment) in from.Runs())
        {
            tensor = Transpose(layer, tensor, column, segment.Positions, segment.Channels);
        }

        foreach (var (column, segment) in to.Runs())
        {
            tensor = Transpose(layer, tensor, column, segment.Channels, segment.Positions);
        }

        return tensor;
    }

    /// <summary>Adds the layer's output: a vector in the state's order brought into another, which is not the same.</summary>
    public Tensor AddReordered(InferredLayer layer, Tensor tensor, FeatureOrder to)
    {
        var runs = to.Runs().ToList();
        foreach (var (column, segment) in runs.Skip(1))
        {
            tensor = Transpose(layer, tensor, column, segment.Channels, segment.Positions);
        }

        return Add(layer, output => new SegmentTransposition(output, tensor, runs[0].First, runs[0].Segment.Channels, runs[0].Segment.Positions));
    }

    private Tensor Transpose(InferredLayer layer, Tensor tensor, int column, int positions, int channels) => AddInner(
        layer,
        FormattableString.Invariant($"Reordered{_tensorCount}"),
        FormattableString.Invariant($"{positions} × {channels} features as {channels} × {positions}"),
        tensor.Shape,
        output => new SegmentTransposition(output, tensor, column, positions, channels));

    public int Parameter(InferredLayer layer, ParameterRole role) => _parameters[new(layer.Path, role)];

    public int? ParameterOrNone(InferredLayer layer, ParameterRole role) =>
        _parameters.TryGetValue(new(layer.Path, role), out int index) ? index : null;

    private EquatableArray<GraphParameter> Number(EquatableArray<InferredLayer> layers)
    {
        var parameters = new List<GraphParameter>();
        for (int i = 0; i < layers.Count; i++)
        {
            _layers[layers[i].Path] = i;
            foreach (var declaration in layers[i].Parameters)
            {
                _parameters[new(layers[i].Path, declaration.Role)] = parameters.Count;
                parameters.Add(new GraphParameter($"{layers[i].Key}.{declaration.Name}", i, declaration));
            }
        }

        return parameters.ToEquatableArray();
    }

    private Tensor NewTensor(Shape shape, string path, string what, int layer) =>
        new(_tensorCount++, shape, TensorName(path) + what, layer) { Stem = path.Replace(".", "") + what };

    // Residual1.Branch.Dense1 → residual1BranchDense1, as its state key begins
    private static string TensorName(string path)
    {
        int end = path.IndexOf('.');
        return end < 0 ? path.ToLowerInvariant() : path.Substring(0, end).ToLowerInvariant() + path.Substring(end).Replace(".", "");
    }

    /// <summary>A layer's parameter, by its part in the layer.</summary>
    private sealed record ParameterPlace(string Path, ParameterRole Role);
}
