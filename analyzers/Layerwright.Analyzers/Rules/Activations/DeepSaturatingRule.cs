using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2003: so many saturating layers, one behind the other, that the gradient vanishes. Once per network or block.</summary>
internal sealed class DeepSaturatingRule : OncePerNetworkRule
{
    public const string Id = "LW2003";

    private const string Sigmoid = nameof(Sigmoid), Tanh = nameof(Tanh);

    private static readonly RuleOption _minimumSigmoids = new(
        "minimum_sigmoid_layers", 5, 2, 10_000, "Hidden sigmoid layers from which on it is said.");

    private static readonly RuleOption _minimumTanhs = new(
        "minimum_tanh_layers", 10, 2, 10_000, "Hidden tanh layers from which on it is said.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Too many saturating layers in a row",
        "{0} is the first of {1} {2} layers with neither normalisation nor skip: about {3} of the gradient at {4} reaches it{5}; insert [BatchNorm] before each",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "On its way back the gradient is multiplied by each layer's slope: at most 1/4 for sigmoid, 1 for tanh and only at 0. The first layers of a deep stack hardly learn (Glorot and Bengio 2010).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_minimumSigmoids, _minimumTanhs];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) =>
        Find(graph, Sigmoid, options[_minimumSigmoids]).Concat(Find(graph, Tanh, options[_minimumTanhs]));

    protected override string More(int others) => "";

    /// <summary>True where this rule speaks of a network's tanh layers: others need not.</summary>
    internal static bool SpeaksOfTanh(FlowGraph graph) => Path(graph, Bare(graph, Tanh), _minimumTanhs.Default).Count > 0;

    private static IEnumerable<Finding> Find(FlowGraph graph, string kind, double minimum)
    {
        var bare = Bare(graph, kind);
        var path = Path(graph, bare, minimum);
        if (path.Count == 0)
        {
            yield break;
        }

        string left = Figures.Text(SignalFlow.Of(graph).GradientRatio(path[0], path[path.Count - 1]));
        string end = path[path.Count - 1].Name;
        foreach (var node in graph.Layers.Where(bare.Contains))
        {
            // In a repeated block all of them have one name.
            string last = node.Name == end ? "the last" : end;
            var weights = FlowGraph.ReachBack(node, Initializations.EndsReach).Where(before => before.IsAffine).ToList();
            yield return Places.Finding(
                Id, node, null, node.Name, Figures.Text(path.Count), kind.ToLowerInvariant(), left, last) with
            {
                // The normalisation is put right behind the weights, before any dropout that follows them.
                Feeders = weights.Select(before => before.RootAttribute).ToEquatableArray(),
                IsMendable = node.Block is null && weights.Count > 0 && weights.TrueForAll(before => before.Block is null && before.IsWritten),
            };
        }
    }

    private static HashSet<FlowNode> Bare(FlowGraph graph, string kind) => new(graph.Layers.Where(node => node.Layer!.Layer.Kind == kind && IsBare(node)));

    /// <summary>The longest way through them; empty where it is shorter than so many.</summary>
    private static IReadOnlyList<FlowNode> Path(FlowGraph graph, HashSet<FlowNode> bare, double minimum) =>
        bare.Count >= minimum && LongestPath.Of(graph, bare.Contains) is var path && path.Count >= minimum ? path : [];

    /// <summary>Hidden, not normalised, and nothing leads around it or into it past its weights.</summary>
    private static bool IsBare(FlowNode node)
    {
        for (var branch = node.Branch; branch is not null; branch = branch.Parent)
        {
            if (branch.IsResidual)
            {
                return false;
            }
        }

        return HiddenLayers.IsHidden(node) && !HiddenLayers.IsNormalized(node)
            && !FlowGraph.ReachBack(node, Initializations.EndsReach).Any(before => before.IsResidualSum);
    }
}
