using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1016: most of a network's parameters stand in the first dense layer behind a flattened image or sequence.</summary>
internal sealed class HugeDenseAfterFlattenRule : NetworkRule
{
    public const string Id = "LW1016";

    private static readonly RuleOption
        _share = new("share", 0.8, 0, 1, "The share of all parameters that the dense layer must hold more than."),
        _parameters = new("parameters", 100_000, 0, int.MaxValue, "The parameters that the network must have more than.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Most parameters in one dense layer behind a flatten",
        "{0} holds {1} of {2} parameters ({3} %), because {4} gives it {5} = {6} numbers; {7}",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A flattened image gives the dense layer a weight for every pixel of every channel, and makes it learn each position by itself. "
            + "The mean over the positions has one number a channel, no parameters, and takes images of any size (Lin et al. 2013).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_share, _parameters];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        // Of a block alone it is not known what else the network holds.
        if (graph.IsBlock)
        {
            yield break;
        }

        long all = graph.Layers.Sum(node => Count(node.Layer!));
        if (all <= options[_parameters])
        {
            yield break;
        }

        foreach (var flatten in graph.Layers.Where(IsFlattening))
        {
            var dense = FlowGraph.Reach(flatten, node => node.IsAffine).FirstOrDefault(node => node is { IsAffine: true, Layer.Input.IsVector: true });
            if (dense is not null && Count(dense.Layer!) > options[_share] * all)
            {
                yield return Of(flatten, dense, all);
            }
        }
    }

    private static Finding Of(FlowNode flatten, FlowNode dense, long all)
    {
        var input = flatten.Layer!.Input;
        string pooling = input.IsImage ? "GlobalAveragePool2D" : "GlobalAveragePool1D";
        long held = Count(dense.Layer!);

        // Of the network's own input the mean would leave a colour.
        bool hasFeatures = FlowGraph.ReachBack(flatten, node => node.IsAffine).Any(node => node.IsAffine);
        return Places.Finding(
            Id,
            dense,
            null,
            dense.Name,
            Figures.Whole(held),
            Figures.Whole(all),
            Figures.Whole(100 * held / all),
            flatten.Name,
            input.ToString(),
            Figures.Whole(input.Length),
            hasFeatures
                ? $"[{pooling}] in its place gives {Figures.Whole(input.Channels)}, one a channel"
                : "convolutions before it would share their weights over all positions") with
        {
            Suggestion = pooling,
            Others = EquatableArray.Of(Places.Finding(Id, flatten, null)),
            IsMendable = hasFeatures && flatten.Block is null && dense.Block is null && Takes(flatten, dense),
        };
    }

    private static bool IsFlattening(FlowNode node) => node.Layer is { Layer.Kind: "Flatten", Input: { IsUnknown: false, Positions: > 1 } };

    /// <summary>
    /// True where whatever stands between takes a vector of any length (no groups, no branches, no dropout of what is few then) and the
    /// dense layer's start follows its inputs.
    /// </summary>
    private static bool Takes(FlowNode flatten, FlowNode dense)
    {
        for (var node = flatten.Next; ; node = node[0].Next)
        {
            if (node.Count != 1 || node[0].Layer is not { } layer)
            {
                return false;
            }

            if (node[0] == dense)
            {
                return WeightInitialization.Written(layer.Arguments) is not (Init.Normal or Init.Uniform or Init.Constant);
            }

            bool isPlain = node[0].IsActivation || node[0].IsNormalization || node[0].IsDropout;
            bool isTooFew = node[0].IsDropout && Dropouts.LeavesFewerThan(4, Dropouts.Rate(node[0]), flatten.Layer!.Input.Channels);
            if (!isPlain || layer.Layer.GroupsFeatures || isTooFew)
            {
                return false;
            }
        }
    }

    private static long Count(InferredLayer layer) =>
        layer.Parameters.Where(parameter => !parameter.IsStatistic).Sum(parameter => (long)parameter.Outputs * parameter.Inputs);
}
