using Layerwright.CodeModel.Inference;

namespace Layerwright.Analyzers.Flow;

/// <summary>How data flows through a network or a block judged alone: layers as nodes, through sums and branches.</summary>
internal sealed class FlowGraph
{
    private readonly List<FlowNode> _nodes = [];
    private readonly Dictionary<string, string> _blockNames;
    private FlowBranch? _branch;
    private int _gates;

    public FlowGraph(InferredNetwork network)
    {
        Network = network;
        _blockNames = network.Declaration.Blocks.ToDictionary(block => block.FullName, block => block.DisplayName, StringComparer.Ordinal);
        Connect(Add(network.Root, [], -1, null), End);
        Layers = _nodes.Where(node => !node.IsSum).ToList();
    }

    public InferredNetwork Network { get; }

    /// <summary>True where this is no network that is written but one as a fix would leave it.</summary>
    public bool IsTrial { get; init; }

    /// <summary>True where a block is judged alone: what stands before and behind it is not known.</summary>
    public bool IsBlock => Network.Declaration.IsBlock;

    /// <summary>Of a block judged alone: how the compilation uses it, as far as that is known.</summary>
    public BlockUse Use { get; init; }

    /// <summary>Trained by the user's own loop: a network without a loss, or a block that only such networks use.</summary>
    public bool IsInOwnLoop => IsBlock ? Use.IsInOwnLoops : Network.Loss is null;

    /// <summary>True where a block judged alone is a gate's branch or looks like one: it ends in what opens and closes. Where it is none, each use says so.</summary>
    public bool IsGateBranch => IsBlock && (Use.IsGated || LooksLikeGate);

    private bool LooksLikeGate => Network.Root.Layers.Count > 0 && Network.Root.Layers[Network.Root.Layers.Count - 1].Layer.OpensGates;

    /// <summary>All layers at all places of use, in data-flow order.</summary>
    public IReadOnlyList<FlowNode> Layers { get; }

    /// <summary>Layers and the places where branches meet, in data-flow order.</summary>
    public IReadOnlyList<FlowNode> Nodes => _nodes;

    /// <summary>What lies behind the last layer: the output, or in a block what is not known.</summary>
    public FlowNode End { get; } = new(null, -1, null, null, isWritten: false);

    /// <summary>The first or the last of a block judged alone: what stands beside it is not known.</summary>
    public bool IsAtBorder(FlowNode node) => IsBlock && (node.Previous.Count == 0 || node.Next.Contains(End));

    /// <summary>What is reached from <paramref name="from"/> through nodes that <paramref name="stops"/> does not hold for; the stops included, each once.</summary>
    public static IEnumerable<FlowNode> Reach(FlowNode from, Func<FlowNode, bool> stops) => Walk(from, stops, node => node.Next);

    /// <summary>The same against the flow: what <paramref name="from"/>'s input comes from.</summary>
    public static IEnumerable<FlowNode> ReachBack(FlowNode from, Func<FlowNode, bool> stops) => Walk(from, stops, node => node.Previous);

    /// <summary>True for a layer whose output goes into gates' products and nowhere else, before anything mixes, bends or normalises it.</summary>
    public static bool EndsGate(FlowNode node)
    {
        var ends = Reach(node, IsStop).Where(reached => IsStop(reached) || reached.Next.Count == 0).ToList();
        return ends.Count > 0 && ends.TrueForAll(end => end.IsGate);

        static bool IsStop(FlowNode reached) => reached.IsAffine || reached.IsNonlinearity || reached.IsNormalization || (reached.IsSum && !reached.IsConcat);
    }

    private IReadOnlyList<FlowNode> Add(InferredChain chain, IReadOnlyList<FlowNode> before, int rootAttribute, string? block)
    {
        // A chain inside a composite layer that is no block's is a projection: it stands at its residual's attribute.
        bool isWritten = rootAttribute < 0 || chain.Block is not null;
        foreach (var layer in chain.Layers)
        {
            int attribute = rootAttribute < 0 ? layer.Declaration.Attribute : rootAttribute;
            before = layer.Branches.Count > 0 ? AddComposite(layer, before, attribute, block) : AddLayer(layer, before, attribute, block, isWritten);
        }

        return before;
    }

    private FlowNode[] AddLayer(InferredLayer layer, IReadOnlyList<FlowNode> before, int attribute, string? block, bool isWritten)
    {
        var node = new FlowNode(layer, attribute, block, BlockName(block), isWritten) { IsInGate = _gates > 0, Branch = _branch };
        _nodes.Add(node);
        Connect(before, node);
        return [node];
    }

    private IReadOnlyList<FlowNode> AddComposite(InferredLayer layer, IReadOnlyList<FlowNode> before, int attribute, string? block)
    {
        if (layer.Layer.RunsBranchesInSequence)
        {
            return layer.Branches.Aggregate(before, (entry, chain) => Add(chain, entry, attribute, chain.Block));
        }

        var sum = new FlowNode(null, attribute, block, BlockName(block), isWritten: true) { Composite = layer, IsInGate = _gates > 0, Branch = _branch };
        _gates += sum.IsGate ? 1 : 0;
        for (int i = 0; i < layer.Branches.Count; i++)
        {
            var chain = layer.Branches[i];
            _branch = new FlowBranch(layer, i, sum.Branch);
            Connect(Add(chain, before, attribute, chain.Block), sum);
        }

        _branch = sum.Branch;
        _gates -= sum.IsGate ? 1 : 0;

        if (layer.Branches.Count == 1 && !sum.IsConcat)
        {
            Connect(before, sum);
        }

        _nodes.Add(sum);
        return [sum];
    }

    private string? BlockName(string? block) => block is null ? null : _blockNames[block];

    private static IEnumerable<FlowNode> Walk(FlowNode from, Func<FlowNode, bool> stops, Func<FlowNode, IReadOnlyList<FlowNode>> neighbours)
    {
        var seen = new HashSet<FlowNode>();
        var open = new Queue<FlowNode>(neighbours(from));
        while (open.Count > 0)
        {
            var node = open.Dequeue();
            if (!seen.Add(node))
            {
                continue;
            }

            yield return node;
            if (!stops(node))
            {
                foreach (var next in neighbours(node))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    private static void Connect(IReadOnlyList<FlowNode> from, FlowNode to)
    {
        foreach (var node in from)
        {
            node.FlowsInto(to);
        }
    }
}
